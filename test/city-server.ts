// A real city for tests: its own data folder and keys, the command line as an operator uses it, and the server as a process.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { findRunning } from '#platform/database/embedded/start.ts';
import { inProject } from '#platform/project.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { cast } from '#test/cast.ts';
import { endGroup, type Program, startProgram } from '#test/processes.ts';
import { tempFolder } from '#test/temp-folder.ts';

export const password = 'hujan di pantai Padang';

export type CityServer = {
  readonly program: Program;
  readonly url: string;
  readonly stop: () => Promise<void>;
};
export type CityPlace = {
  readonly folder: string;
  readonly data: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Runs `rangkul …` and gives its exit code and what it printed. */
  readonly rangkul: (...args: string[]) => Promise<{ code: number; output: string }>;
  readonly serve: (more?: Record<string, string>) => Promise<CityServer>;
  /** Puts the cast to work, each with the same password. */
  readonly staff: (city?: '13.71' | '99.71') => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A place for a real city, with keys and nothing else yet. */
export async function cityPlace(given: Record<string, string> = {}): Promise<CityPlace> {
  const folder = tempFolder('city');
  const data = join(folder, 'data');
  const port = String(await freePort());
  const environment = {
    PATH: process.env.PATH ?? '',
    RANGKUL_DATA: data,
    RANGKUL_CITY: '13.71',
    PORT: port,
    ...given,
  };
  const rangkul = (...args: string[]) => runRangkul(environment, args);
  return {
    folder,
    data,
    environment,
    rangkul,
    serve: (more = {}) => serveCity({ ...environment, ...more }, `http://127.0.0.1:${port}`),
    staff: (city = '13.71') => addStaff(data, city),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function runRangkul(environment: Record<string, string>, args: string[]) {
  const run = promisify(execFile)(process.execPath, [inProject('src', 'main.ts'), ...args], {
    env: environment,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error) => ({ code: Number(error.code), output: `${error.stdout}${error.stderr}` }),
  );
}

async function serveCity(environment: Record<string, string>, url: string): Promise<CityServer> {
  const program = startProgram({ name: 'serve-city.ts', environment, outlivesTest: true });
  const line = await program.firstLine;
  if (!line.startsWith('ready')) throw new Error(`the city did not start: ${program.output()}`);
  return {
    program,
    url,
    stop: async () => {
      program.child.kill('SIGTERM');
      await program.ended;
    },
  };
}

/** Kills a server and everything in its group at once. */
export async function killServer({ program }: CityServer): Promise<void> {
  await endGroup(program.child, program.ended);
}

async function addStaff(data: string, city: '13.71' | '99.71'): Promise<void> {
  const connection = await findRunning(data);
  if (!connection) throw new Error('the city does not run');
  const client = new pg.Client({ ...connection, user: connection.superuser });
  await client.connect();
  const hashed = await hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  // The other city has other areas and fewer agencies; its administrator's office is the secretariat.
  const members =
    city === '13.71'
      ? cast
      : cast.filter((it) => it.role === 'administrator').map((it) => ({ ...it, agencyCode: 'KESRA' }));
  for (const it of members) {
    const staffId = uuidv7();
    await client.query(
      `insert into app.staff (city, staff_id, username, name, agency_code, role, area_code, state) values ($7, $1, $2, $3, $4, $5, $6, 'active')`,
      [staffId, it.username, it.name, it.agencyCode, it.role, it.areaCode, city],
    );
    await client.query(`insert into sec.passwords (city, staff_id, hash) values ($3, $1, $2)`, [
      staffId,
      hashed,
      city,
    ]);
  }
  await client.end();
}

export type Signed = {
  readonly get: (path: string) => Promise<{ status: number; body: Answer }>;
  readonly does: (name: string, input: unknown, id?: string) => Promise<Answer>;
};
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers it knows the shape of
type Answer = any;

/** Signs in over the wire, as a browser does. */
export async function signIn({ url }: CityServer, username: string): Promise<Signed> {
  const entered = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (entered.status !== 200) throw new Error(`${username} could not sign in: ${await entered.text()}`);
  const cookie = entered.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  return {
    get: async (path) => {
      const reply = await fetch(`${url}${path}`, { headers: { cookie } });
      return { status: reply.status, body: await reply.json() };
    },
    does: async (name, input, id = uuidv7()) => {
      const reply = await fetch(`${url}/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ id, input }),
      });
      if (reply.status !== 200) throw new Error(`${name} was refused: ${await reply.text()}`);
      return ((await reply.json()) as { result: Answer }).result;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
