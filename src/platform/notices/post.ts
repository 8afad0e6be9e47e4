import type { Attempt } from '#platform/notices/channels.ts';

export type Post = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
};

const timeout = 15_000;
const refused = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Posts a message to another's service, once. Whether it may be sent again depends on what came back: nothing at all
 * from a connection that was made means that it may have arrived.
 */
export async function postOnce(name: string, address: string, { headers, body }: Post): Promise<Attempt> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    await reply.body?.cancel();
    if (reply.ok) return { outcome: 'sent' };
    return { outcome: outcomeOf(reply.status), problem: `${name}-${reply.status}` };
  } catch (error) {
    return refused.has(codeOf(error))
      ? { outcome: 'later', problem: `${name}-unreachable` }
      : { outcome: 'unclear', problem: `${name}-broke-off` };
  }
}

// Too many, or closed for now: nothing was taken. Any other fault of the service may have come after it took the message.
function outcomeOf(status: number) {
  if (status === 429 || status === 503) return 'later';
  return status >= 500 ? 'unclear' : 'never';
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
