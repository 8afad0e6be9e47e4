// The first administrator of a real city. There is nobody yet who could make an account, so whoever can read the
// server's log does it: a code stands there, good once and for this start of the server only.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { Value } from 'typebox/value';
import { codeFrom, rolesFor } from '#agencies/rules.ts';
import { FirstAdministrator } from '#agencies/schema.ts';
import { hashOfCode, refuseCommonPassword } from '#agencies/session/one-time-code.ts';
import { hashPassword } from '#agencies/session/passwords.ts';
import { asService } from '#platform/database/service.ts';
import { localeOf } from '#platform/http/errors.ts';
import type { Route } from '#platform/http/routes.ts';
import type { Locale } from '#platform/messages.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';

problemsOf({
  'first-run-code-refused': {
    status: 401,
    id: 'Kode tidak cocok. Lihat log server: kode tercetak saat server terakhir dijalankan, di baris “/mulai”.',
    en: 'The code does not match. Look at the log of the server: it was printed when the server last started, in the line with “/mulai”.',
  },
});

export type FirstRun = {
  /** True until the city has its first administrator. */
  readonly isOpen: () => boolean;
  readonly routes: readonly Route[];
};

type Door = {
  readonly jobs: pg.Pool;
  readonly city: { readonly code: string; readonly demonstration: boolean };
  /** Shows the code to whoever runs the server. */
  readonly show: (code: string) => void;
};

/** Opens the first-run page when a real city has no administrator yet. */
export async function openFirstRun(door: Door): Promise<FirstRun> {
  let code = !door.city.demonstration && (await hasNoAdministrator(door)) ? newCode(door) : null;
  const make = async (request: FastifyRequest) => {
    if (!code) throw problem('not-found');
    if (!Value.Check(FirstAdministrator, request.body)) throw problem('input-invalid');
    const it = request.body;
    // Nobody guesses 60 bits; counting tries would let a stranger void the code that the administrator holds.
    if (!timingSafeEqual(hashOfCode(it.code), hashOfCode(code)))
      throw problem('first-run-code-refused', { field: 'code' });
    refuseCommonPassword(it.password, it.username);
    await makeAdministrator(door, it, await hashPassword(it.password, it.username));
    code = null;
    return { username: it.username };
  };
  const desks = async (request: FastifyRequest) => {
    if (!code) throw problem('not-found');
    return listDesks(door, localeOf(request));
  };
  return { isOpen: () => code !== null, routes: firstRunRoutes({ desks, make }) };
}

type Work = {
  readonly desks: (request: FastifyRequest) => Promise<unknown>;
  readonly make: (request: FastifyRequest) => Promise<unknown>;
};

/** The first-run page's two routes; they answer `not-found` once the city has its first administrator. */
export function firstRunRoutes({ desks, make }: Work): Route[] {
  return [
    {
      kind: 'public',
      method: 'GET',
      path: '/session/first-run',
      summary: 'Where the first administrator may work, while there is none',
      run: desks,
    },
    {
      kind: 'public',
      method: 'POST',
      path: '/session/first-run',
      summary: 'Make the first administrator with the code from the log',
      body: FirstAdministrator,
      run: make,
    },
  ];
}

function newCode({ show }: Door): string {
  const code = codeFrom(randomBytes(12));
  show(code);
  return code;
}

async function hasNoAdministrator({ jobs, city }: Door): Promise<boolean> {
  return asService(jobs, { city: city.code, purpose: 'setup' }, async (client) => noneIn(client));
}

async function noneIn(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query(
    `select 1 from staff where city = (select app.city()) and role = 'administrator' and state <> 'ended' limit 1`,
  );
  return found.rowCount === 0;
}

async function listDesks({ jobs, city }: Door, locale: Locale) {
  return asService(jobs, { city: city.code, purpose: 'setup' }, async (client) => {
    const found = await client.query<{ agencyCode: string; name: string; kind: string; cityName: string }>(
      `select a.agency_code as "agencyCode", case $1 when 'en' then a.name_en else a.name_id end as name, a.kind,
              c.name as "cityName"
         from agencies a join cities c on c.city = a.city
        where a.city = (select app.city()) and a.valid_to is null order by a.kind <> 'INFORMATICS', name`,
      [locale],
    );
    const desks = found.rows.filter((row) => rolesFor(row.kind).includes('administrator'));
    return {
      city: found.rows[0]?.cityName ?? city.code,
      desks: desks.map(({ agencyCode, name }) => ({ agencyCode, name })),
    };
  });
}

async function makeAdministrator(door: Door, it: FirstAdministrator, hash: string): Promise<void> {
  await asService(door.jobs, { city: door.city.code, purpose: 'setup' }, async (client) => {
    // Two who fill the page at once: the second waits here, and then finds the first.
    await client.query(`select pg_advisory_xact_lock(hashtext('rangkul first run'))`);
    if (!(await noneIn(client))) throw problem('not-found');
    const agency = await client.query<{ kind: string }>(
      'select kind from agencies where city = (select app.city()) and agency_code = $1 and valid_to is null',
      [it.agencyCode],
    );
    if (!rolesFor(agency.rows[0]?.kind ?? '').includes('administrator'))
      throw problem('role-not-at-agency', { field: 'agencyCode' });
    const staffId = uuidv7();
    await client.query(
      `insert into staff (staff_id, username, name, agency_code, role, state) values ($1, $2, $3, $4, 'administrator', 'active')`,
      [staffId, it.username, it.name, it.agencyCode],
    );
    await client.query('select sec.set_password((select app.city()), $1, $2)', [staffId, hash]);
    await client.query(
      `insert into audit_rows (act, on_kind, on_id) values ('staff.first-administrator', 'staff', $1)`,
      [staffId],
    );
  });
}
