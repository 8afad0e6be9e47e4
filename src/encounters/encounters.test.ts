import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';
import { plannedOperation } from '#test/planned-operation.ts';

let app: TestApp;
const staff = new Map<string, string>();
beforeAll(async () => {
  app = await openTestApp();
  const rows = await app.admin.query<{ username: string; staff_id: string }>(
    'select username, staff_id from app.staff',
  );
  for (const row of rows.rows) staff.set(row.username, row.staff_id);
});
afterAll(() => app.close());

const idOf = (username: CastName) => staff.get(username) ?? '';

const met = (changes: Record<string, unknown> = {}) =>
  metChild({ approach: 'OUTREACH', locationType: 'TRAFFIC_LIGHT', ...changes });

async function running(): Promise<string> {
  const rina = await app.as('rina.lapangan');
  const planned = plannedOperation([idOf('rina.lapangan'), idOf('tika.penjangkau')]);
  const { operationId } = planned;
  await rina.does('operations/plan', planned);
  await rina.does('operations/start', { operationId });
  return operationId;
}

test('a child who gives no name is a full encounter, and the team finds it', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const input = met({
    operationId,
    condition: 'HUNGRY',
    injury: 'NONE',
    needs: ['FOOD'],
    companions: ['PEERS'],
  });

  const recorded = await rina.does('encounters/record', input);
  const seen = await (await app.as('tika.penjangkau')).get(`/api/encounters/${input.encounterId}`);
  const list = await rina.get(`/api/encounters?operationId=${operationId}`);

  expect(recorded).toMatchObject({ ageClass: 'UNDER_18', clockFlag: null, warned: [] });
  expect(seen.body).toMatchObject({
    activity: 'BUSKING',
    condition: 'HUNGRY',
    needs: ['FOOD'],
    recordedBy: 'Rina Lapangan',
    person: {
      kind: 'unnamed',
      sex: 'male',
      ageLow: 13,
      ageHigh: 15,
      ageSource: 'assessed',
      standing: 'operationTeam',
    },
  });
  expect(list.body.items.map((it: { encounterId: string }) => it.encounterId)).toEqual([input.encounterId]);
});

test('a stated name is sealed: the team reads it, a colleague and the database text do not', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const input = met({ operationId, identity: { name: 'Zulkarnaini Contoh' }, statedAge: 14 });

  await rina.does('encounters/record', input);
  const team = await (await app.as('tika.penjangkau')).get(`/api/persons/${input.personId}`);
  const colleague = await (await app.as('doni.lapangan')).get(`/api/persons/${input.personId}`);
  const readable = await app.admin.query(
    `select 1 from app.persons p where person_id = $1 and p::text ilike '%zulkarnaini%'
     union all select 1 from app.command_log l where l::text ilike '%zulkarnaini%'
     union all select 1 from app.audit_rows r where r::text ilike '%zulkarnaini%'`,
    [input.personId],
  );
  const tokens = await app.admin.query('select 1 from app.person_tokens where person_id = $1', [
    input.personId,
  ]);

  expect(team.body.person).toMatchObject({ kind: 'known', name: 'Zulkarnaini Contoh', initials: 'Z. C.' });
  expect(colleague.status).toBe(404);
  expect(readable.rowCount).toBe(0);
  expect(tokens.rowCount).toBeGreaterThan(0);
});

test('when the operation closes the team loses the child; the rounded point stays with the team alone', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const input = met({
    operationId,
    spotOutcome: 'STAYED',
    point: { latitude: -0.91234, longitude: 100.41987 },
  });
  await rina.does('encounters/record', input);
  const open = await rina.get(`/api/encounters/${input.encounterId}`);

  await rina.does('operations/close', { operationId });
  const after = await rina.get(`/api/encounters/${input.encounterId}`);
  const points = await rina.get(`/api/operations/${operationId}/points`);
  const others = await (await app.as('doni.lapangan')).get(`/api/operations/${operationId}/points`);

  expect(open.body.point).toEqual({ latitude: -0.91, longitude: 100.42 });
  expect(after.status).toBe(404);
  expect(points.body.items).toEqual([{ latitude: -0.91, longitude: 100.42, encounters: 1 }]);
  expect(others.body.items).toEqual([]);
});

test('where somebody sleeps no point is kept', async () => {
  const rina = await app.as('rina.lapangan');
  const point = { latitude: -0.91234, longitude: 100.41987 };
  const place = met({ locationType: 'SLEEPING_PLACE', point });
  const activity = met({ activity: 'SLEEPING_ROUGH', point });
  const corner = met({ point });
  for (const input of [place, activity, corner]) await rina.does('encounters/record', input);

  const kept = await app.admin.query<{ encounter_id: string }>(
    'select encounter_id from app.encounter_points where encounter_id = any ($1)',
    [[place.encounterId, activity.encounterId, corner.encounterId]],
  );

  expect(kept.rows.map((row) => row.encounter_id)).toEqual([corner.encounterId]);
});

test('an adult is recorded without a name, unless they ask for a service or accompany a child', async () => {
  const rina = await app.as('rina.lapangan');
  const adult = { statedAge: 34, assessedLow: undefined, assessedHigh: undefined };

  const plain = await rina.does('encounters/record', met(adult));
  const named = await rina.tries(
    'encounters/record',
    met({ ...adult, identity: { name: 'Seseorang Contoh' } }),
  );
  const words = await rina.tries('encounters/record', met({ ...adult, ownWords: 'Saya sudah makan.' }));
  const carrying = (belongings: string, more = {}) =>
    rina.tries('encounters/record', met({ ...adult, belongings, ...more }));
  const things = await carrying('satu tas hitam');
  const nameAmongThings = await carrying('KTP bernama Seseorang Contoh');
  const askingWithThings = await carrying('KTP bernama Seseorang Contoh', { nameReason: 'ASKS_SERVICE' });
  const asking = await rina.tries(
    'encounters/record',
    met({ ...adult, identity: { name: 'Seseorang Contoh' }, nameReason: 'ASKS_SERVICE' }),
  );
  const unknown = await rina.does(
    'encounters/record',
    met({ assessedLow: 16, assessedHigh: 20, identity: { name: 'Entah Contoh' } }),
  );

  expect(plain.ageClass).toBe('ADULT');
  expect([named.body.code, named.body.field]).toEqual(['adult-name-not-needed', 'identity']);
  expect(words.body.code).toBe('adult-text-not-needed');
  expect([things.status, askingWithThings.status]).toEqual([200, 200]);
  expect([nameAmongThings.body.code, nameAmongThings.body.field]).toEqual([
    'adult-belongings-name',
    'belongings',
  ]);
  expect(asking.status).toBe(200);
  expect(unknown.ageClass).toBe('UNKNOWN');
});

test('own words are for the case team and for the one who heard them', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const input = met({
    operationId,
    ownWords: 'Saya ingin sekolah lagi.',
    description: 'Membawa gitar kecil.',
    belongings: 'Gitar kecil',
  });
  await rina.does('encounters/record', input);
  const sari = await app.as('sari.peksos');
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     values ('13.71', $1, 'K-2026-9001', $2, 'DINSOS_KOTA', $3, now(), 'ENCOUNTER', 'LOW')`,
    [uuidv7(), input.personId, idOf('sari.peksos')],
  );

  const heard = await rina.get(`/api/encounters/${input.encounterId}`);
  const team = await (await app.as('tika.penjangkau')).get(`/api/encounters/${input.encounterId}`);
  const caseTeam = await sari.get(`/api/encounters/${input.encounterId}`);
  const coordinator = await (await app.as('eko.kesra')).get(`/api/encounters/${input.encounterId}`);

  expect(heard.body.ownWords).toBe('Saya ingin sekolah lagi.');
  expect(heard.body.description).toBeUndefined();
  expect(team.text).not.toContain('sekolah lagi');
  expect(caseTeam.body).toMatchObject({ description: 'Membawa gitar kecil.', belongings: 'Gitar kecil' });
  expect(coordinator.body.person.kind).toBe('restricted');
  expect(coordinator.text).not.toContain('gitar');
});

test('a doubtful text is accepted and its doubts are kept with it', async () => {
  const rina = await app.as('rina.lapangan');
  const input = met({ ownWords: 'Tinggal di Jl. Veteran no 12', description: 'kata warga ia mencuri' });

  const recorded = await rina.does('encounters/record', input);
  const kept = await app.admin.query<{ warned: string[] }>(
    'select warned from app.encounter_texts where encounter_id = $1',
    [input.encounterId],
  );

  expect(recorded.warned.toSorted()).toEqual(['accusation', 'address']);
  expect(kept.rows[0]?.warned.toSorted()).toEqual(['accusation', 'address']);
});

test('a person with a standing is met again on the same record, and the age that is known best counts', async () => {
  const sari = await app.as('sari.peksos');
  const first = met({ approach: 'WALK_IN' });
  await sari.does('encounters/record', first);
  await sari.does('persons/state-age', {
    personId: first.personId,
    kind: 'documented',
    birthDate: '2012-05-05',
  });

  const again = met({
    personId: first.personId,
    known: true,
    statedAge: 11,
    assessedLow: undefined,
    assessedHigh: undefined,
  });
  await sari.does('encounters/record', again);
  const person = await sari.get(`/api/persons/${first.personId}`);
  const stranger = await (await app.as('budi.peksos')).tries(
    'encounters/record',
    met({ personId: first.personId, known: true }),
  );
  const list = await sari.get(`/api/encounters?personId=${first.personId}`);

  expect(person.body.person).toMatchObject({ ageSource: 'documented', ageLow: 14, ageHigh: 14 });
  expect(person.body.ages).toHaveLength(3);
  expect(stranger.status).toBe(404);
  expect(list.body.items).toHaveLength(2);
});

test('an outcome on the spot is said by the team and taken back; others may not', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const input = met({ operationId });
  await rina.does('encounters/record', input);
  const { encounterId } = input;

  const stranger = await (await app.as('doni.lapangan')).tries('encounters/spot-outcome', {
    encounterId,
    outcome: 'STAYED',
  });
  await rina.does('encounters/spot-outcome', { encounterId, outcome: 'DECLINED' });
  const said = await rina.get(`/api/operations/${operationId}`);
  await rina.does('encounters/spot-outcome', { encounterId, outcome: null });
  const back = await rina.get(`/api/operations/${operationId}`);

  expect(stranger.status).toBe(404);
  expect(said.body.unaccounted).toEqual([]);
  expect(back.body.counts).toMatchObject({ encounters: 1, under18: 1, unaccounted: 1 });
});

test('an officer who is not on the team can’t record in its operation; added to it, they can', async () => {
  const rina = await app.as('rina.lapangan');
  const doni = await app.as('doni.lapangan');
  const operationId = await running();

  const before = await doni.tries('encounters/record', met({ operationId }));
  await rina.does('operations/add-team-member', { operationId, staffId: idOf('doni.lapangan') });
  const after = await doni.tries('encounters/record', met({ operationId }));

  expect(before.body.code).toBe('operation-not-running');
  expect(after.status).toBe(200);
});

test('a day’s list counts by the city’s calendar: 00.30 on 1 July is July', async () => {
  const rina = await app.as('rina.lapangan');
  const input = met();
  await rina.does('encounters/record', input, { occurredAt: '2026-06-30T17:30:00Z' });

  const july = await rina.get('/api/encounters?day=2026-07-01');
  const june = await rina.get('/api/encounters?day=2026-06-30');

  expect(july.body.items.map((it: { encounterId: string }) => it.encounterId)).toEqual([input.encounterId]);
  expect(june.body.items).toEqual([]);
});

test('a known child met again with no age said is counted and protected by the age that is known on that day', async () => {
  const sari = await app.as('sari.peksos');
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
  const bornYearsAgo = (years: number, days: number) => {
    const birth = new Date();
    birth.setUTCFullYear(birth.getUTCFullYear() - years);
    birth.setUTCDate(birth.getUTCDate() + days);
    return birth.toISOString().slice(0, 10);
  };
  const silent = { assessedLow: undefined, assessedHigh: undefined };
  const known = async (birthDate: string | null) => {
    const first = met({ ...silent, approach: 'WALK_IN' });
    expect((await sari.does('encounters/record', first)).ageClass).toBe('UNKNOWN');
    if (birthDate)
      await sari.does('persons/state-age', { personId: first.personId, kind: 'documented', birthDate });
    return (ago: number, more = {}) =>
      sari
        .does(
          'encounters/record',
          met({ ...silent, approach: 'WALK_IN', personId: first.personId, known: true, ...more }),
          { occurredAt: day(ago) },
        )
        .then((it) => it.ageClass);
  };

  const child = await known(bornYearsAgo(14, 0));
  expect(await child(0)).toBe('UNDER_18');
  const turned = await known(bornYearsAgo(18, -10));
  expect([await turned(20), await turned(2)]).toEqual(['UNDER_18', 'ADULT']);
  // The controls: what the officer says counts, unless a document says otherwise; of whom nothing is known nothing is known.
  expect(await child(0, { statedAge: 19 })).toBe('UNDER_18');
  expect((await sari.does('encounters/record', met({ ...silent, statedAge: 19 }))).ageClass).toBe('ADULT');
  expect(await (await known(null))(0)).toBe('UNKNOWN');
});
