// The front door for tests: the real server on a database of its own, spoken to as a member of the cast.
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { inject } from 'vitest';
import { buildApp } from '#app.ts';
import type { ApplicationLock } from '#platform/access.ts';
import { openPool } from '#platform/database/connection.ts';
import { type Database, databaseOn } from '#platform/database/transaction.ts';
import type { Channels } from '#platform/notices/channels.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { World } from '#platform/world.ts';
import type { cast } from '#test/cast.ts';
import { cloneDatabase, type TestDatabase } from '#test/database.ts';

export type CastName = (typeof cast)[number]['username'];
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers it knows the shape of
export type Body = any;
export type Reply = { readonly status: number; readonly body: Body; readonly text: string };

export type Client = {
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body: unknown) => Promise<Reply>;
  /** Sends a command; throws when it is not accepted, so that a test's arranging can't fail in silence. */
  readonly does: (name: string, input: unknown, sent?: Sent) => Promise<Body>;
  /** Sends a command and gives whatever came back. */
  readonly tries: (name: string, input: unknown, sent?: Sent) => Promise<Reply>;
};
type Sent = { id?: string; occurredAt?: string; basedOn?: string | number };

export type TestApp = TestDatabase & {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly jobs: pg.Pool;
  readonly world: World;
  readonly as: (username: CastName) => Promise<Client>;
  /** The cookie of a member of the cast, for what is no JSON. */
  readonly cookie: (username: CastName) => Promise<string>;
  readonly nobody: Client;
  readonly setNow: (now: Date | null) => void;
  readonly close: () => Promise<void>;
};

/** Opens a server on a fresh clone of the template: Padang as a demonstration city, with the cast. */
export async function openTestApp(
  options: { lock?: ApplicationLock; requestsPerMinute?: number; channels?: Channels } = {},
): Promise<TestApp> {
  const clone = await cloneDatabase(inject('server'));
  const errors: Error[] = [];
  const pool = openPool(clone.connection, { role: 'rangkul_app', secret: clone.secret, max: 6 }, (error) =>
    errors.push(error),
  );
  const jobs = openPool(clone.connection, { role: 'rangkul_jobs', secret: clone.secret, max: 3 }, (error) =>
    errors.push(error),
  );
  let fixed: Date | null = null;
  const database = databaseOn(pool);
  const world: World = {
    keys: clone.keys,
    now: () => fixed ?? new Date(),
    ...(options.channels ? { channels: options.channels } : {}),
  };
  const server = await buildApp({
    database,
    jobs,
    world,
    city: { code: '13.71', demonstration: true },
    requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
    log: { level: 'error' },
    ...(options.lock ? { lock: options.lock } : {}),
  });
  const cookies = new Map<string, Promise<string>>();
  const signIn = async (username: string): Promise<string> => {
    const reply = await server.inject({ method: 'POST', url: '/api/session', payload: { cast: username } });
    if (reply.statusCode !== 200) throw new Error(`${username} could not sign in: ${reply.body}`);
    return reply.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
  };
  const cookie = (username: string): Promise<string> => {
    const known = cookies.get(username) ?? signIn(username);
    cookies.set(username, known);
    return known;
  };
  return {
    ...clone,
    server,
    database,
    jobs,
    world,
    nobody: clientOf(server, ''),
    cookie,
    as: async (username) => clientOf(server, await cookie(username)),
    setNow: (now) => {
      fixed = now;
    },
    close: async () => {
      await server.close();
      await pool.end();
      await jobs.end();
      await clone.drop();
    },
  };
}

function clientOf(server: FastifyInstance, cookie: string): Client {
  const ask = async (method: 'GET' | 'POST', path: string, payload?: unknown): Promise<Reply> => {
    const reply = await server.inject({
      method,
      url: path,
      headers: cookie ? { cookie } : {},
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const isJson = String(reply.headers['content-type']).includes('json');
    return { status: reply.statusCode, body: isJson ? reply.json() : null, text: reply.body };
  };
  const tries = (name: string, input: unknown, sent: Sent = {}) =>
    ask('POST', `/api/${name}`, { id: sent.id ?? uuidv7(), ...sent, input });
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    tries,
    does: async (name, input, sent) => {
      const reply = await tries(name, input, sent);
      if (reply.status !== 200) throw new Error(`${name} was refused: ${reply.status} ${reply.text}`);
      return reply.body.result;
    },
  };
}
