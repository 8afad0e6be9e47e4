// Outreach is not enforcement: what the kind of an operation settles, no record of it can claim otherwise.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';
import { plannedOperation } from '#test/planned-operation.ts';

let app: TestApp;
const operations: Record<string, string> = {};
beforeAll(async () => {
  app = await openTestApp();
  const { rows } = await app.admin.query<{ staff_id: string }>(
    `select staff_id from app.staff where username = 'rina.lapangan'`,
  );
  const rina = await app.as('rina.lapangan');
  for (const kind of ['OUTREACH', 'PATROL', 'RAID', 'JOINT']) {
    const planned = plannedOperation([rows[0]?.staff_id ?? ''], { kind });
    const { operationId } = planned;
    operations[kind] = operationId;
    await rina.does('operations/plan', planned);
    await rina.does('operations/start', { operationId });
  }
});
afterAll(() => app.close());

const mark = 'luka lama di siku kiri';
const record = async (kind: string | null, approach: string, more: object = {}) => {
  const rina = await app.as('rina.lapangan');
  const input = { ...metChild(), approach, ...(kind ? { operationId: operations[kind] } : {}), ...more };
  const reply = await rina.tries('encounters/record', input);
  return { personId: input.personId, answer: reply.status === 200 ? 'recorded' : reply.body };
};

test('an encounter has an approach of its operation’s kind; a joint operation may hold any', async () => {
  const approaches = ['OUTREACH', 'ENFORCEMENT', 'REPORT', 'WALK_IN'];
  const accepted: Record<string, string[]> = {};
  for (const kind of Object.keys(operations)) {
    accepted[kind] = [];
    for (const approach of approaches) {
      const { answer } = await record(kind, approach);
      if (answer === 'recorded') accepted[kind].push(approach);
      else expect(answer).toMatchObject({ code: 'approach-not-of-operation', field: 'approach' });
    }
  }

  expect(accepted).toEqual({
    OUTREACH: ['OUTREACH', 'REPORT', 'WALK_IN'],
    PATROL: ['ENFORCEMENT', 'REPORT'],
    RAID: ['ENFORCEMENT'],
    JOINT: approaches,
  });
});

test('marks are taken in outreach, and in no enforcement operation whatever the approach sent', async () => {
  const marked = { identity: { name: 'Rahmi Contoh', marks: [mark] } };
  const refused = [
    await record('RAID', 'OUTREACH', marked),
    await record('RAID', 'ENFORCEMENT', marked),
    await record('PATROL', 'REPORT', marked),
    await record('JOINT', 'OUTREACH', marked),
    await record(null, 'ENFORCEMENT', marked),
  ];
  const taken = [await record('OUTREACH', 'OUTREACH', marked), await record(null, 'OUTREACH', marked)];

  for (const { answer } of refused)
    expect(answer).toMatchObject({ code: 'marks-not-in-enforcement', field: 'marks' });
  expect(taken.map(({ answer }) => answer)).toEqual(['recorded', 'recorded']);
});

test('identify brings no marks of somebody met in a raid, except by the case team; of others it does', async () => {
  const rina = await app.as('rina.lapangan');
  const sari = await app.as('sari.peksos');
  const identity = { names: ['Rahmi Contoh'], aliases: [], kin: [], marks: [mark] };
  const { personId: inRaid } = await record('RAID', 'ENFORCEMENT');
  const { personId: outside } = await record('OUTREACH', 'OUTREACH');

  const refused = await rina.tries('persons/identify', { personId: inRaid, identity });
  const withoutMarks = await rina.tries('persons/identify', {
    personId: inRaid,
    identity: { ...identity, marks: [] },
  });
  const taken = await rina.tries('persons/identify', { personId: outside, identity });
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, 'K-2026-9101', $2, 'DINSOS_KOTA', staff_id, now(), 'ENCOUNTER', 'LOW' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), inRaid],
  );
  const byCaseTeam = await sari.tries('persons/identify', { personId: inRaid, identity });
  const corrected = await rina.tries('persons/identify', {
    personId: inRaid,
    identity: { ...identity, names: ['Rahmi Contoh Baru'], marks: [] },
  });
  const seen = await sari.get(`/api/persons/${inRaid}`);

  expect(refused.body).toMatchObject({ code: 'marks-not-in-enforcement', field: 'identity.marks' });
  expect([withoutMarks.status, taken.status, byCaseTeam.status, corrected.status]).toEqual([
    200, 200, 200, 200,
  ]);
  expect(seen.body.person.name).toBe('Rahmi Contoh Baru');
  expect(seen.body.details.marks).toEqual([mark]);
});
