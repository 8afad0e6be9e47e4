// The link of an invitation is made again for each letter; the database keeps its hash alone.
import { createHash, createHmac } from 'node:crypto';
import type { Keys } from '#platform/keys/ring.ts';

/** The secret in the link of an invitation. */
export function invitationToken(keys: Keys, invitationId: string): string {
  return createHmac('sha256', keys.of('invitation links')).update(invitationId).digest('base64url');
}

/** What the database keeps of it. */
export function invitationHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
