import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type pg from 'pg';
import { Value } from 'typebox/value';
import { SignIn, UseCode } from '#agencies/schema.ts';
import { signInWithCode } from '#agencies/session/one-time-code.ts';
import { signIn, signInCast } from '#agencies/session/sign-in.ts';
import type { Attempt } from '#agencies/session/tries.ts';
import type { ApplicationLock } from '#platform/access.ts';
import { writeAudit } from '#platform/audit/write.ts';
import { asService, newToken } from '#platform/database/service.ts';
import { asViewer, type Database, type Viewer } from '#platform/database/transaction.ts';
import { localeOf } from '#platform/http/errors.ts';
import type { Route } from '#platform/http/routes.ts';
import { cookieName, hostBound } from '#platform/http/server.ts';
import { Problem, problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';

export type SessionDoor = {
  readonly database: Database;
  /** The pool of the role rangkul_jobs: the only one that may open sessions. */
  readonly jobs: pg.Pool;
  readonly lock: ApplicationLock;
  readonly world: World;
  readonly city: { readonly code: string; readonly demonstration: boolean };
  readonly abilitiesOf: (viewer: Viewer) => readonly string[];
};

/** Sign-in, sign-out, who am I; and on a demonstration the cast by name. */
export function sessionRoutes(door: SessionDoor): Route[] {
  return [
    {
      kind: 'public',
      method: 'GET',
      path: '/session',
      summary: 'Who is signed in',
      run: (request) => whoAmI(door, request),
    },
    {
      kind: 'public',
      method: 'POST',
      path: '/session',
      summary: 'Sign in',
      body: SignIn,
      run: (request, reply) => enter(door, request, reply),
    },
    {
      kind: 'public',
      method: 'POST',
      path: '/session/code',
      summary: 'Open an account or reset its password with a one-time code',
      body: UseCode,
      run: (request, reply) => enterWithCode(door, request, reply),
    },
    {
      kind: 'public',
      method: 'DELETE',
      path: '/session',
      summary: 'Sign out',
      run: (request, reply) => leave(door, request, reply),
    },
    {
      kind: 'public',
      method: 'GET',
      path: '/session/cast',
      summary: 'The cast of the demonstration',
      run: (request) => listCast(door, request),
    },
    {
      kind: 'public',
      method: 'GET',
      path: '/session/city',
      summary: 'The name of the city, for the sign-in page',
      run: () => nameCity(door),
    },
  ];
}

async function whoAmI(door: SessionDoor, request: FastifyRequest) {
  if (!request.token) throw problem('not-signed-in');
  return asViewer(door.database, { token: request.token, lock: door.lock }, async (_tx, viewer) =>
    presentSession(door, viewer),
  );
}

function presentSession(door: SessionDoor, viewer: Viewer) {
  const { staffId, name, role, agencyCode, areaCode, locale, city } = viewer;
  return {
    staff: { staffId, name, role, agencyCode, areaCode, locale },
    city,
    abilities: door.abilitiesOf(viewer),
  };
}

async function enter(door: SessionDoor, request: FastifyRequest, reply: FastifyReply) {
  const body = request.body;
  if (!Value.Check(SignIn, body)) throw problem('input-invalid');
  const attempt = attemptOf(door, request, 'cast' in body ? body.cast : body.username);
  if ('cast' in body && !door.city.demonstration) throw problem('not-found');
  const opened =
    'cast' in body ? await signInCast(door.jobs, attempt) : await signIn(door.jobs, attempt, body.password);
  return welcome(door, request, reply, { token: opened.token, device: attempt.device });
}

async function enterWithCode(door: SessionDoor, request: FastifyRequest, reply: FastifyReply) {
  const body = request.body;
  if (!Value.Check(UseCode, body)) throw problem('input-invalid');
  const attempt = attemptOf(door, request, body.username);
  const opened = await signInWithCode(door.jobs, attempt, body);
  return welcome(door, request, reply, { token: opened.token, device: attempt.device });
}

// A browser without a device mark gets one now, so that the first session already knows it.
function attemptOf(door: SessionDoor, request: FastifyRequest, username: string): Attempt {
  return {
    city: door.city.code,
    username: username.trim().toLowerCase(),
    address: request.ip,
    device: request.cookies[deviceCookie(request)] || newToken(),
    at: door.world.now(),
  };
}

type Entered = { readonly token: string; readonly device: string };

/** The new session under a new token, whatever was open before on this browser; fixation finds nothing to hold on to. */
async function welcome(door: SessionDoor, request: FastifyRequest, reply: FastifyReply, it: Entered) {
  if (request.token) await sql`select app.leave(${request.token})`.execute(door.database);
  setCookies(request, reply, it);
  return asViewer(door.database, { token: it.token, lock: door.lock }, async (tx, viewer) => {
    await writeAudit(tx, [{ act: 'session.opened', on: { kind: 'session', id: viewer.sessionId } }]);
    return presentSession(door, viewer);
  });
}

const deviceCookie = (request: FastifyRequest): string => hostBound(request, 'rangkul-device');

function setCookies(request: FastifyRequest, reply: FastifyReply, { token, device }: Entered): void {
  const common = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  reply.setCookie(cookieName(request), token, common);
  reply.setCookie(deviceCookie(request), device, { ...common, maxAge: 365 * 86_400 });
}

async function leave(door: SessionDoor, request: FastifyRequest, reply: FastifyReply) {
  if (request.token) {
    const { token, openedFor } = request;
    await asViewer(door.database, { token, openedFor, lock: door.lock }, async (tx, viewer) => {
      await writeAudit(tx, [{ act: 'session.closed', on: { kind: 'session', id: viewer.sessionId } }]);
      await sql`select app.leave(${token})`.execute(tx);
    }).catch((error: unknown) => {
      // A session that had ended already is left all the same; one of somebody else is not this page's to end.
      if (error instanceof Problem && error.code === 'other-user') throw error;
    });
  }
  reply.clearCookie(cookieName(request), { path: '/' }).header('clear-site-data', '"cache", "storage"');
  return { signedOut: true };
}

async function nameCity(door: SessionDoor) {
  return asService(door.jobs, { city: door.city.code, purpose: 'sign-in' }, async (client) => {
    const found = await client.query<{ name: string }>(
      'select name from cities where city = (select app.city())',
    );
    return { name: found.rows[0]?.name ?? '' };
  });
}

async function listCast(door: SessionDoor, request: FastifyRequest) {
  if (!door.city.demonstration) throw problem('not-found');
  return asService(door.jobs, { city: door.city.code, purpose: 'sign-in' }, async (client) => {
    const found = await client.query<{
      username: string;
      name: string;
      role: string;
      agencyName: string;
      does: string;
    }>(
      `select s.username, s.name, s.role, case $1 when 'en' then a.name_en else a.name_id end as "agencyName",
              coalesce(s.does ->> $1, '') as does
         from staff s join agencies a on a.city = s.city and a.agency_code = s.agency_code
        where s.city = (select app.city()) and s.state = 'active' order by s.invited_at, s.name limit 60`,
      [localeOf(request)],
    );
    return { cast: found.rows };
  });
}
