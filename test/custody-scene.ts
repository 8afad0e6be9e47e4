// Children met in an operation, and the words of a hand-over, for the tests of custody: written straight to the tables.
import { deflateSync } from 'node:zlib';
import { uuidv7 } from '#platform/uuid.ts';
import type { Client, TestApp } from '#test/app.ts';

export type Met = {
  readonly personId: string;
  readonly encounterId: string;
  readonly operationId: string;
  readonly at: Date;
};

type How = {
  readonly ageClass?: 'UNDER_18' | 'ADULT' | 'UNKNOWN';
  readonly minutesAgo?: number;
  readonly birthYear?: number;
  readonly injury?: string;
  readonly intoxication?: string;
  readonly team?: readonly string[];
};

/** An operation under way with a team of the cast. */
export async function openOperation(app: Pick<TestApp, 'admin'>, team: readonly string[]): Promise<string> {
  const operationId = uuidv7();
  await app.admin.query(
    `insert into app.operations (city, operation_id, kind, state, title, lead_agency, planned_from, planned_to, started_at, planned_by)
     select '13.71', $1, 'OUTREACH', 'under_way', 'Uji', 'SATPOL_PP', now() - interval '1 day', now() + interval '1 day', now() - interval '1 day', staff_id
       from app.staff where username = $2`,
    [operationId, team[0]],
  );
  for (const username of team)
    await app.admin.query(
      `insert into app.operation_team (city, operation_id, staff_id) select '13.71', $1, staff_id from app.staff where username = $2`,
      [operationId, username],
    );
  return operationId;
}

/** Somebody met by a team: a child of ten minutes ago unless said otherwise. */
export async function meet(app: Pick<TestApp, 'admin'>, how: How = {}): Promise<Met> {
  const team = how.team ?? ['rina.lapangan', 'doni.lapangan', 'beni.mako'];
  const operationId = await openOperation(app, team);
  const [personId, encounterId] = [uuidv7(), uuidv7()];
  const at = new Date(Date.now() - (how.minutesAgo ?? 10) * 60_000);
  const born = how.birthYear ?? null;
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at, birth_from, birth_to)
     select '13.71', $1, 'male', staff_id, $3, $4, $5 from app.staff where username = $2`,
    [personId, team[0], at, born && `${born}-01-01`, born && `${born}-12-31`],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, recorded_by, agency_code, approach, activity,
                                 location_type, age_class, injury, intoxication)
     select '13.71', $1, $2, $3, $4, staff_id, agency_code, 'OUTREACH', 'BUSKING', 'MARKET', $5, $6, $7 from app.staff where username = $8`,
    [
      encounterId,
      personId,
      operationId,
      at,
      how.ageClass ?? 'UNDER_18',
      how.injury ?? null,
      how.intoxication ?? null,
      team[0],
    ],
  );
  return { personId, encounterId, operationId, at };
}

/** The input of a take-in by the team, from the encounter on. */
export function takingIn(met: Met, more: Record<string, unknown> = {}) {
  return {
    custodyId: uuidv7(),
    personId: met.personId,
    encounterId: met.encounterId,
    custodianKind: 'FIELD_TEAM',
    basis: 'OPERATION',
    at: met.at.toISOString(),
    ...more,
  };
}

/** The input of a hand-over to the social service. */
export function handingOver(custodyId: string, more: Record<string, unknown> = {}) {
  return {
    handoverId: uuidv7(),
    custodyId,
    toCustodyId: uuidv7(),
    endKind: 'SOCIAL_SERVICE',
    agencyCode: 'DINSOS_KOTA',
    receiverName: 'Petugas Contoh',
    condition: 'WELL',
    basis: 'OPERATION',
    ...more,
  };
}

/** The input of going home with a parent. */
export function goingHome(custodyId: string, more: Record<string, unknown> = {}) {
  const { toCustodyId: _to, agencyCode: _agency, ...rest } = handingOver(custodyId);
  return {
    ...rest,
    endKind: 'HOME_WITH_PARENT',
    receiverName: 'Ibu Contoh',
    receiverRelation: 'MOTHER',
    statementLetter: true,
    ...more,
  };
}

/** The input of the question whom the child fears: asked alone, nobody named, unless said otherwise. */
export function asking(custodyId: string, more: Record<string, unknown> = {}) {
  return { custodyId, askedAlone: true, fearsSomeone: false, ...more };
}

/** A child taken in by the team; answers its custody. */
export async function takenIn(client: Client, met: Met, more: Record<string, unknown> = {}): Promise<string> {
  const input = takingIn(met, more);
  await client.does('custody/take-in', input);
  return input.custodyId;
}

/** A flat PNG of one colour, as base64. */
export function pngOf(width: number, height: number, extra: readonly Buffer[] = []): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc((width + 1) * height, 255));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    start,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat(parts).toString('base64');
}

/** One chunk of a PNG; its check sum is left empty, as nobody here reads it. */
export function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
