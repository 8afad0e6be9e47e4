import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';

// bigint columns (counts, sequence numbers) fit a JavaScript number here; dates stay the text that was stored.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
// Lists of whole numbers come by the thousand from the matcher; ours hold no null and have one dimension.
const integerList = 1007 as typeof pg.types.builtins.INT8;
pg.types.setTypeParser(integerList, wholeNumbersOf);

function wholeNumbersOf(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  let isOpen = false;
  // Read letter by letter: cut into texts first, it takes twice the time and leaves the texts to be swept up.
  for (let at = 1; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      isOpen = true;
    } else if (isOpen) {
      numbers.push(sign * number);
      number = 0;
      sign = 1;
      isOpen = false;
    } else sign = -1;
  }
  return numbers;
}

/** Where a PostgreSQL server answers, with a role that may create roles (the embedded superuser or DATABASE_URL). */
export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly superuser: string;
  readonly password: string;
  /** Encrypted on the way, when DATABASE_URL asks for it. */
  readonly ssl?: { readonly rejectUnauthorized: boolean };
};

export const roles = [
  'rangkul_migrator',
  'rangkul_app',
  'rangkul_jobs',
  'rangkul_portal',
  'rangkul_backup',
] as const;
export type Role = (typeof roles)[number];

/** The password of one of our five database roles: derived from a secret, so that none has to be kept beside it. */
export function passwordOf(role: Role, secret: Buffer): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}

/** Reads DATABASE_URL into a connection. */
export function connectionOf(url: string): Connection {
  const parsed = new URL(url);
  const mode = parsed.searchParams.get('sslmode') ?? '';
  const ssl = { require: false, 'verify-ca': true, 'verify-full': true }[mode];
  return {
    ...(ssl === undefined ? {} : { ssl: { rejectUnauthorized: ssl } }),
    host: parsed.searchParams.get('host') ?? parsed.hostname,
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    superuser: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
  };
}

const names = new Map<string, string>();

// Our statements are a few hundred texts; lists of variable length could make more, so the store has an end.
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  if (names.size < 2000) names.set(text, name);
  return name;
}

/** Put before the last statement of a transaction: it is sent together with the commit, one wait instead of two. */
export const thenCommit = '/* then commit */';

type Wire = { readonly connection: { readonly stream: { cork: () => void; uncork: () => void } } };
type Answer = Promise<pg.QueryResult>;
const begun = { command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] } satisfies pg.QueryResult;

/**
 * Statements with values get a name made from their text, so that each connection parses and plans them once. A `begin`
 * travels with the first statement and a `commit` with the one marked as last: on a busy server most of the time of a
 * short transaction goes into handing messages over.
 */
class NamingClient extends pg.Client {
  #corked = false;
  #committed: Answer | null = null;

  // biome-ignore lint/suspicious/noExplicitAny: pg declares query by a dozen overloads; only text with values is changed
  override query(...parts: any[]): any {
    const [text, values, ...rest] = parts;
    if (text === 'begin') return this.#begin();
    const committed = this.#committed;
    this.#committed = null;
    if (committed && text === 'commit') return committed;
    // Its last statement failed: the commit that came behind has rolled back already.
    if (committed && text === 'rollback') return committed.catch(() => begun);
    try {
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
        return super.query(...(parts as Parameters<pg.Client['query']>));
      const isLast = text.startsWith(thenCommit);
      if (isLast) this.#cork();
      const sent = super.query({ name: nameOf(text), text, values }, ...(rest as []));
      if (isLast) {
        this.#committed = super.query('commit');
        this.#committed.catch(() => undefined);
      }
      return sent;
    } finally {
      this.#uncork();
    }
  }

  #begin(): Answer {
    this.#cork();
    // Should it fail, the connection is lost, and the statement that follows says so.
    super.query('begin').catch(() => undefined);
    return Promise.resolve(begun);
  }

  #cork(): void {
    if (!this.#corked) (this as unknown as Wire).connection.stream.cork();
    this.#corked = true;
  }

  #uncork(): void {
    if (this.#corked) (this as unknown as Wire).connection.stream.uncork();
    this.#corked = false;
  }
}

// Behind a page nobody waits longer than this; jobs may work long, but not stand still in the middle.
function limitsOf(role: PoolOptions['role']): string[] {
  if (role === 'superuser') return [];
  const idle = ['lock_timeout=5000', 'idle_in_transaction_session_timeout=20000'];
  return role === 'rangkul_app' || role === 'rangkul_portal' ? [...idle, 'statement_timeout=15000'] : idle;
}

export type PoolOptions = {
  readonly role: Role | 'superuser';
  readonly secret: Buffer;
  readonly max: number;
};

/** A pool of one role. A broken connection is reported, never allowed to end the process (security reference 2.2). */
export function openPool(
  connection: Connection,
  options: PoolOptions,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    host: connection.host,
    port: connection.port,
    database: connection.database,
    ...(connection.ssl ? { ssl: connection.ssl } : {}),
    user: options.role === 'superuser' ? connection.superuser : options.role,
    password: options.role === 'superuser' ? connection.password : passwordOf(options.role, options.secret),
    max: options.max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    application_name: `rangkul ${options.role}`,
    options: ['search_path=app', 'client_min_messages=warning', ...limitsOf(options.role)]
      .map((setting) => `-c ${setting}`)
      .join(' '),
    Client: NamingClient,
    pipeline: true,
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
