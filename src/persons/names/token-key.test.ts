import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenKeyOf } from './token-key.ts';

test('a token is the beginning of HMAC-SHA-256 under the search key', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 64 });

  fc.assert(
    fc.property(bytes, fc.string({ maxLength: 300 }), (secret, text) => {
      const digest = createHmac('sha256', secret).update(text).digest();
      expect(tokenKeyOf(secret).token(text)).toBe(digest.readBigInt64BE(0));
      expect(tokenKeyOf(secret).mark(text)).toBe(digest.readInt32BE(0));
    }),
  );
});

test('a key that is too short is refused', () => {
  expect(() => tokenKeyOf(new Uint8Array(16))).toThrow(RangeError);
});
