import { createHmac, hash } from 'node:crypto';

/** Keyed tokens: without the key nobody can tell or test what one stands for. */
export type TokenKey = {
  /** The token of a row to be found by: eight bytes as PostgreSQL's bigint. */
  readonly token: (text: string) => bigint;
  /** The shorter token of a signature, which is compared with a few hundred others at most. */
  readonly mark: (text: string) => number;
};

const blockBytes = 64;
const roomForText = 192;

/**
 * The tokens of one search key, by HMAC-SHA-256 with both pads prepared once: a person needs about a hundred,
 * and `createHmac` would spend most of the hot path on setting itself up.
 */
export function tokenKeyOf(secret: Uint8Array): TokenKey {
  if (secret.length < 32 || secret.length > blockBytes)
    throw new RangeError('a search key has 32 to 64 bytes');
  const inner = Buffer.alloc(blockBytes + roomForText, 0);
  const outer = Buffer.alloc(blockBytes + 32, 0);
  for (let at = 0; at < blockBytes; at += 1) {
    inner[at] = 0x36 ^ (secret[at] ?? 0);
    outer[at] = 0x5c ^ (secret[at] ?? 0);
  }
  const digest = (text: string): string => {
    if (text.length * 3 > roomForText) return createHmac('sha256', secret).update(text).digest('hex');
    const length = inner.write(text, blockBytes, 'utf8');
    outer.write(hash('sha256', inner.subarray(0, blockBytes + length), 'hex'), blockBytes, 'hex');
    return hash('sha256', outer, 'hex');
  };
  return {
    token: (text) => BigInt.asIntN(64, BigInt(`0x${digest(text).slice(0, 16)}`)),
    mark: (text) => Number.parseInt(digest(text).slice(0, 8), 16) | 0,
  };
}
