import { Agent, request } from 'node:http';

export type Client = { readonly port: number; readonly cookie: string; readonly agent: Agent };
export type Reply = { readonly status: number; readonly text: string; readonly ms: number };

/** A client that keeps its connections, so many at once. */
export function clientOn(port: number, connections: number, cookie = ''): Client {
  return { port, cookie, agent: new Agent({ keepAlive: true, maxSockets: connections }) };
}

/** One request, with the milliseconds until its last byte. */
export function ask(
  { port, cookie, agent }: Client,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Reply> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method,
        path,
        agent,
        headers: {
          cookie,
          ...(payload
            ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
            : {}),
        },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part) => parts.push(part));
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            ms: performance.now() - started,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** Signs in as a member of the demonstration's staff. */
export async function signIn(port: number, username: string, connections = 1): Promise<Client> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ cast: username });
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/session',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (reply) => {
        const cookie = (reply.headers['set-cookie'] ?? []).map((it) => it.split(';')[0]).join('; ');
        reply
          .resume()
          .on('end', () =>
            reply.statusCode === 200
              ? resolve(clientOn(port, connections, cookie))
              : reject(new Error(`${username} could not sign in: ${reply.statusCode}`)),
          );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export type Run = {
  readonly ms: readonly number[];
  readonly perSecond: number;
  readonly failed: number;
  /** The first answer that was not 200. */
  readonly firstFailure: string;
};

/** So many clients, each asking again when it has its answer, for a number of requests in all. */
export async function drive(
  clients: number,
  requests: number,
  one: (n: number) => Promise<Reply>,
): Promise<Run> {
  const ms: number[] = [];
  let next = 0;
  let failed = 0;
  let firstFailure = '';
  const started = performance.now();
  const turn = async (): Promise<void> => {
    while (next < requests) {
      const reply = await one(next++);
      ms.push(reply.ms);
      if (reply.status === 200) continue;
      failed++;
      firstFailure ||= `${reply.status} ${reply.text.slice(0, 300)}`;
    }
  };
  await Promise.all(Array.from({ length: clients }, turn));
  return { ms, perSecond: requests / ((performance.now() - started) / 1000), failed, firstFailure };
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
