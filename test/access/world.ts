// The smallest world that holds one child for every relation a viewer can have to a child. Every sensitive field of
// every child holds a word of its own (a canary), so that any byte that leaves the server can be traced to its child.

import { writeIdentity } from '#persons/identities.ts';
import type { Identity } from '#persons/schema.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn } from '#platform/database/transaction.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { CastName, TestApp } from '#test/app.ts';

export const relations = [
  'sariCase',
  'heldAtMako',
  'heldAtDinsos',
  'runningOperation',
  'closedOperation',
  'referredToDinkes',
  'referredNameless',
  'referralClosed',
  'areaTask',
  'walkIn',
  'oldWalkIn',
  'stranger',
  'inReview',
  'heldInReview',
  'brokenGlass',
  'mergedIntoSariCase',
] as const;
export type Relation = (typeof relations)[number];

export const fields = [
  'name',
  'alias',
  'nik',
  'mother',
  'address',
  'mark',
  'ownWords',
  'earlier',
  'assessment',
  'note',
  'question',
] as const;
export type CanaryField = (typeof fields)[number];

export type Child = {
  readonly relation: Relation;
  readonly personId: string;
  readonly ids: Record<string, string>;
};
export type AccessWorld = {
  readonly children: readonly Child[];
  /** The same children by an encounter of another year, which gives nobody a standing. */
  readonly earlier: readonly Child[];
  readonly canary: (relation: Relation, field: CanaryField) => string;
};

/** A word that occurs nowhere else: the NIK is one by its digits. */
export function canaryOf(relation: Relation, field: CanaryField): string {
  const n = relations.indexOf(relation) + 10;
  return field === 'nik' ? `1371010101${n}0000`.padEnd(16, '0').slice(0, 16) : `Zq${field}x${n}kw`;
}

export async function makeAccessWorld(app: TestApp): Promise<AccessWorld> {
  const staff = new Map<string, string>();
  for (const row of (
    await app.admin.query<{ username: string; staff_id: string }>('select username, staff_id from app.staff')
  ).rows)
    staff.set(row.username, row.staff_id);
  const make = builder(app, (name) => staff.get(name) ?? '');
  const children: Child[] = [];
  for (const relation of relations) children.push(await make(relation));
  const merged = children.find((child) => child.relation === 'mergedIntoSariCase');
  const head = children.find((child) => child.relation === 'sariCase');
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) values ('13.71', $1, $2, $3)`,
    [merged?.personId, head?.personId, staff.get('dewi.penyelia')],
  );
  const earlier = children.map(({ relation, personId, ids }) => ({
    relation,
    personId,
    ids: { encounterId: ids.earlierId ?? '' },
  }));
  return { children, earlier, canary: canaryOf };
}

type StaffId = (name: CastName) => string;

function builder(app: TestApp, staff: StaffId) {
  const run = (text: string, values: unknown[]) => app.admin.query(text, values);
  return async (relation: Relation): Promise<Child> => {
    const personId = uuidv7();
    const ids: Record<string, string> = { personId, encounterId: uuidv7() };
    await run(
      `insert into app.persons (city, person_id, sex, initials, named, recorded_at, first_met_at, last_met_at) values ('13.71', $1, 'male', 'Z. Q.', true, now() - interval '200 hours', now(), now())`,
      [personId],
    );
    await writeNames(app, relation, personId);
    ids.earlierId = uuidv7();
    await run(
      `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_at, recorded_by, agency_code, approach, activity, location_type, area_code, age_class)
       values ('13.71', $1, $2, now() - interval '300 days', now() - interval '300 days', $3, 'DINSOS_KOTA', 'OUTREACH', 'BUSKING', $4, '13.71.09.1007', 'UNDER_18')`,
      [ids.earlierId, personId, staff('tika.penjangkau'), canaryOf(relation, 'earlier')],
    );
    await run(
      `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_at, recorded_by, agency_code, approach, activity, location_type, area_code, age_class)
       values ('13.71', $1, $2, now() - interval '150 hours', now() - interval '150 hours', $3, 'DINSOS_KOTA', 'OUTREACH', 'BUSKING', 'MARKET', '13.71.09.1007', 'UNKNOWN')`,
      [ids.encounterId, personId, staff('tika.penjangkau')],
    );
    await run(
      `insert into app.encounter_texts (city, encounter_id, person_id, own_words) values ('13.71', $1, $2, $3)`,
      [ids.encounterId, personId, canaryOf(relation, 'ownWords')],
    );
    await (relate[relation] ?? (async () => undefined))({ run, staff, personId, ids, relation });
    return { relation, personId, ids };
  };
}

async function writeNames(app: TestApp, relation: Relation, personId: string): Promise<void> {
  const identity: Identity = {
    names: [canaryOf(relation, 'name')],
    aliases: [canaryOf(relation, 'alias')],
    nik: canaryOf(relation, 'nik'),
    kin: [{ relation: 'MOTHER', name: canaryOf(relation, 'mother') }],
    address: canaryOf(relation, 'address'),
    marks: [canaryOf(relation, 'mark')],
  };
  await asServiceTx(databaseOn(app.jobs), { city: '13.71', purpose: 'setup' }, (tx) =>
    writeIdentity(tx, app.keys, personId, identity, {
      sex: 'male',
      birthFrom: null,
      birthTo: null,
      originArea: null,
    }),
  );
}

type Relate = {
  readonly run: (text: string, values: unknown[]) => Promise<unknown>;
  readonly staff: StaffId;
  readonly personId: string;
  readonly ids: Record<string, string>;
  readonly relation: Relation;
};

async function openCase({ run, staff, personId, ids, relation }: Relate, worker: CastName): Promise<void> {
  ids.caseId = uuidv7();
  ids.assessmentId = uuidv7();
  ids.noteId = uuidv7();
  await run(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     values ('13.71', $1, $2, $3, 'DINSOS_KOTA', $4, now(), 'REPORT', 'LOW')`,
    [ids.caseId, `K-2026-8${relations.indexOf(relation) + 100}`, personId, staff(worker)],
  );
  await run(
    `insert into app.assessments (city, assessment_id, case_id, person_id, made_at, conclusion) values ('13.71', $1, $2, $3, now(), $4)`,
    [ids.assessmentId, ids.caseId, personId, canaryOf(relation, 'assessment')],
  );
  await run(
    `insert into app.case_notes (city, note_id, case_id, person_id, kind, occurred_at, body) values ('13.71', $1, $2, $3, 'note', now(), $4)`,
    [ids.noteId, ids.caseId, personId, canaryOf(relation, 'note')],
  );
}

async function meet(
  { run, staff, personId, ids }: Relate,
  by: CastName,
  hours: number,
  operationId: string | null,
): Promise<void> {
  ids.encounterId = uuidv7();
  await run(
    `insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, recorded_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, $3, now() - make_interval(hours => $4), now() - make_interval(hours => $4), staff_id, agency_code, 'OUTREACH', 'BUSKING', 'MARKET', 'UNKNOWN'
       from app.staff where staff_id = $5`,
    [ids.encounterId, personId, operationId, hours, staff(by)],
  );
}

async function meetInOperation(relate: Relate, state: 'under_way' | 'closed'): Promise<void> {
  const { run, staff, ids } = relate;
  ids.operationId = uuidv7();
  await run(
    `insert into app.operations (city, operation_id, kind, state, lead_agency, planned_from, planned_to) values ('13.71', $1, 'OUTREACH', 'under_way', 'SATPOL_PP', now() - interval '2 hours', now() + interval '2 hours')`,
    [ids.operationId],
  );
  await run(`insert into app.operation_team (city, operation_id, staff_id) values ('13.71', $1, $2)`, [
    ids.operationId,
    staff('rina.lapangan'),
  ]);
  await meet(relate, 'rina.lapangan', 1, ids.operationId);
  if (state === 'under_way') return;
  await run(
    `update app.encounters set spot_outcome = 'STAYED', spot_outcome_at = now() where city = '13.71' and encounter_id = $1`,
    [ids.encounterId],
  );
  await run(
    `update app.operations set state = 'closed', closed_at = now() where city = '13.71' and operation_id = $1`,
    [ids.operationId],
  );
}

async function hold(
  { run, staff, personId, ids }: Relate,
  agency: string,
  kind: string,
  by: CastName,
): Promise<void> {
  ids.custodyId = uuidv7();
  await run(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at, recorded_by) values ('13.71', $1, $2, $3, $4, now() - interval '3 hours', $5)`,
    [ids.custodyId, personId, kind, agency, staff(by)],
  );
}

async function refer(relate: Relate, discloses: string[], closed: boolean): Promise<void> {
  const { run, staff, personId, ids, relation } = relate;
  await openCase(relate, 'budi.peksos');
  ids.referralId = uuidv7();
  await run(
    `insert into app.referrals (city, referral_id, case_id, person_id, from_agency, to_agency, duty_code, discloses, sent_at, sent_by, clock_days, due_at)
     values ('13.71', $1, $2, $3, 'DINSOS_KOTA', 'DINKES', 'HEALTH_CHECK', $4, now(), $5, 3, now() + interval '3 days')`,
    [ids.referralId, ids.caseId, personId, discloses, staff('budi.peksos')],
  );
  await run(
    `insert into app.referral_contents (city, referral_id, field, body) values ('13.71', $1, 'question', $2)`,
    [ids.referralId, canaryOf(relation, 'question')],
  );
  if (closed)
    await run(
      `update app.referrals set state = 'completed', closed_at = now() where city = '13.71' and referral_id = $1`,
      [ids.referralId],
    );
}

async function askReview({ run, staff, personId, ids }: Relate): Promise<void> {
  ids.reviewId = uuidv7();
  await run(
    `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by) values ('13.71', $1, $2, $2, 'likely', $3)`,
    [ids.reviewId, personId, staff('tika.penjangkau')],
  );
}

const relate: Partial<Record<Relation, (it: Relate) => Promise<void>>> = {
  sariCase: (it) => openCase(it, 'sari.peksos'),
  heldAtMako: (it) => hold(it, 'SATPOL_PP', 'ENFORCEMENT', 'beni.mako'),
  heldAtDinsos: (it) => hold(it, 'DINSOS_KOTA', 'SOCIAL_SERVICE', 'dewi.penyelia'),
  runningOperation: (it) => meetInOperation(it, 'under_way'),
  closedOperation: (it) => meetInOperation(it, 'closed'),
  referredToDinkes: (it) => refer(it, ['name', 'age', 'sex'], false),
  referredNameless: (it) => refer(it, ['age', 'sex'], false),
  referralClosed: (it) => refer(it, ['name', 'age', 'sex'], true),
  areaTask: async (it) => {
    await openCase(it, 'budi.peksos');
    it.ids.planLineId = uuidv7();
    await it.run(
      `insert into app.plan_lines (city, plan_line_id, case_id, person_id, goal, service_code, agency_code, area_code, due_on) values ('13.71', $1, $2, $3, 'kunjungan rumah', 'FAMILY_SUPPORT', 'KEL_13.71.09.1007', '13.71.09.1007', current_date + 3)`,
      [it.ids.planLineId, it.ids.caseId, it.personId],
    );
  },
  walkIn: (it) => meet(it, 'sari.peksos', 1, null),
  oldWalkIn: (it) => meet(it, 'sari.peksos', 100, null),
  inReview: (it) => askReview(it),
  heldInReview: async (it) => {
    await hold(it, 'DINSOS_KOTA', 'SOCIAL_SERVICE', 'dewi.penyelia');
    await askReview(it);
  },
  brokenGlass: async (it) => {
    await openCase(it, 'sari.peksos');
    await it.run(
      `insert into app.break_glass (city, break_id, person_id, staff_id, reason, until) values ('13.71', $1, $2, $3, 'anak sakit di rumah sakit', now() + interval '1 hour')`,
      [uuidv7(), it.personId, it.staff('budi.peksos')],
    );
  },
};

/** Switches the second lock off, for the run that asks whether the first holds alone. */
export async function dropRowSecurity(app: TestApp): Promise<void> {
  const tables = await app.admin.query<{ t: string }>(
    `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname = 'app' and rowsecurity`,
  );
  for (const { t } of tables.rows) await app.admin.query(`alter table ${t} disable row level security`);
  await app.admin.query('grant select, insert, update, delete on all tables in schema app to rangkul_app');
}
