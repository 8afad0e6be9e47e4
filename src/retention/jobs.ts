import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asService } from '#platform/database/service.ts';
import type { Job, JobContext } from '#platform/jobs/worker.ts';
import { eraseIdentity } from '#platform/keys/erasures.ts';
import { completeHolds } from '#platform/keys/holds.ts';
import { type RetentionRule, retentionRules } from '#retention/rules.ts';

const sessionsKept = 30 * 86_400_000;
const soon = 30 * 86_400_000;

type Due = { readonly rule: RetentionRule; readonly id: string; readonly held: boolean };
type Counts = Partial<Record<RetentionRule, number>>;

/** What one run did, rule by rule. */
export type RuleRun = {
  readonly rule: RetentionRule;
  readonly months: number;
  readonly done: number;
  readonly held: number;
  readonly dueSoon: number;
};

/** Applies the city's retention rules to everything that is due today, and writes down what was done. */
export async function runRetention({ jobs, city, world }: JobContext): Promise<RuleRun[]> {
  const now = world.now();
  await completeHolds({ jobs, keys: world.keys, city });
  const due = await asService(jobs, { city, purpose: 'retention' }, async (client) => {
    const found = await dueOn(client, now);
    const free = (rule: RetentionRule) =>
      found.filter((it) => it.rule === rule && !it.held).map((it) => it.id);
    await forgetDetails(client, free('UNIDENTIFIED_DETAILS'));
    await sealCases(client, free('CASE_SEALED'), now);
    return found;
  });
  const erased: string[] = [];
  // Read anew: sealing a case may just have made its child due, and a legal hold may have come meanwhile.
  for (const it of await erasableOn({ jobs, city, now })) {
    await eraseIdentity({ jobs, keys: world.keys, city }, { person: it.id, rule: it.rule, at: now });
    erased.push(it.id);
    due.push(...(due.some((other) => other.id === it.id) ? [] : [it]));
  }
  return asService(jobs, { city, purpose: 'retention' }, async (client) => {
    const inThirtyDays = new Date(now.getTime() + soon);
    const outcomes = await forgetTraces(client, now, erased);
    const later = countBy((await dueOn(client, inThirtyDays)).filter((it) => !it.held));
    const outcomesSoon = (await outcomesDue(client, inThirtyDays)).due;
    return writeRun(client, {
      now,
      done: { ...countBy(due.filter((it) => !it.held)), STORED_OUTCOMES: outcomes.done },
      held: { ...countBy(due.filter((it) => it.held)), STORED_OUTCOMES: outcomes.held },
      dueSoon: { ...later, STORED_OUTCOMES: outcomesSoon },
    });
  });
}

async function dueOn(client: pg.ClientBase, at: Date): Promise<Due[]> {
  const found = await client.query<Due>(
    `select d.rule, d.person_id as id, d.held from app.retention_due($1) d
     union all select 'UNIDENTIFIED_DETAILS', u.encounter_id, u.held from app.unidentified_due($1) u
     union all select 'CASE_SEALED', c.case_id, c.held from app.cases_to_seal($1) c`,
    [at],
  );
  return found.rows;
}

async function erasableOn(it: { jobs: pg.Pool; city: string; now: Date }): Promise<Due[]> {
  return asService(it.jobs, { city: it.city, purpose: 'retention' }, async (client) => {
    const found = await client.query<Due>(
      'select d.rule, d.person_id as id, d.held from app.retention_due($1) d where not d.held',
      [it.now],
    );
    return found.rows;
  });
}

async function forgetDetails(client: pg.ClientBase, encounterIds: readonly string[]): Promise<void> {
  for (const table of ['encounter_texts', 'encounter_points'])
    await client.query(
      `delete from ${table} where city = (select app.city()) and encounter_id = any ($1::uuid[])`,
      [encounterIds],
    );
}

async function sealCases(client: pg.ClientBase, caseIds: readonly string[], now: Date): Promise<void> {
  await client.query(
    `update cases
        set state = 'sealed', changed_at = $2, version = version + 1
      where city = (select app.city()) and case_id = any ($1::uuid[]) and state = 'closed'`,
    [caseIds, now],
  );
}

async function outcomesDue(client: pg.ClientBase, at: Date): Promise<{ due: number; held: number }> {
  const found = await client.query<{ due: number; held: number }>(
    'select due, held from app.outcomes_due($1)',
    [at],
  );
  return found.rows[0] ?? { due: 0, held: 0 };
}

async function forgetTraces(
  client: pg.ClientBase,
  now: Date,
  erased: readonly string[],
): Promise<{ done: number; held: number }> {
  const { held } = await outcomesDue(client, now);
  const done = await client.query<{ n: number }>('select app.forget_outcomes($1, $2::uuid[]) as n', [
    now,
    erased,
  ]);
  await client.query('select sec.forget_ended_sessions($1), sec.forget_attempts($1)', [
    new Date(now.getTime() - sessionsKept),
  ]);
  return { done: done.rows[0]?.n ?? 0, held };
}

type Run = { readonly now: Date; readonly done: Counts; readonly held: Counts; readonly dueSoon: Counts };

async function writeRun(client: pg.ClientBase, { now, done, held, dueSoon }: Run): Promise<RuleRun[]> {
  const runId = randomUUID();
  const runs: RuleRun[] = [];
  for (const { rule, setting } of retentionRules) {
    const found = await client.query<{ months: number }>('select app.retention_months($1, $2) as months', [
      setting,
      now,
    ]);
    const run = {
      rule,
      months: found.rows[0]?.months ?? 0,
      done: done[rule] ?? 0,
      held: held[rule] ?? 0,
      dueSoon: dueSoon[rule] ?? 0,
    };
    await client.query(
      `insert into retention_runs (run_id, rule, ran_at, after_months, done, held, due_soon) values ($1, $2, $3, $4, $5, $6, $7)`,
      [runId, rule, now, run.months, run.done, run.held, run.dueSoon],
    );
    runs.push(run);
  }
  await client.query(
    `insert into audit_rows (act, on_kind, on_id, detail) values ('retention.ran', 'retention_run', $1, $2)`,
    [runId, JSON.stringify({ done, held })],
  );
  return runs;
}

function countBy(list: readonly Due[]): Counts {
  const counts: Counts = {};
  for (const { rule } of list) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** Erases what a supervisor has approved, each with every record of the same person; answers how many requests. */
export async function carryOutRequests({ jobs, city, world }: JobContext): Promise<number> {
  const approved = await asService(jobs, { city, purpose: 'retention' }, async (client) => {
    const found = await client.query<{ request_id: string; person_ids: string[] }>(
      'select request_id, person_ids from app.erasures_approved()',
    );
    return found.rows;
  });
  for (const { request_id, person_ids } of approved) {
    const at = world.now();
    for (const person of person_ids)
      await eraseIdentity({ jobs, keys: world.keys, city }, { person, rule: 'ON_REQUEST', at });
    await asService(jobs, { city, purpose: 'retention' }, async (client) => {
      await client.query('select app.forget_outcomes($1, $2::uuid[])', [at, person_ids]);
      await client.query(
        `update erasure_requests set state = 'done', done_at = $2 where city = (select app.city()) and request_id = $1`,
        [request_id, at],
      );
    });
  }
  return approved.length;
}

/** Retention every night, before the backup is made; what was asked for within minutes. */
export const jobs: readonly Job[] = [
  {
    name: 'retention',
    nightly: '00:30',
    run: async (context) => {
      await runRetention(context);
    },
  },
  {
    name: 'erase-on-request',
    everyMinute: true,
    run: async (context) => {
      await carryOutRequests(context);
    },
  },
];
