import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
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

const plan = (changes: Record<string, unknown> = {}) =>
  plannedOperation([idOf('rina.lapangan'), idOf('tika.penjangkau')], {
    partnerAgencies: ['DINSOS_KOTA'],
    ...changes,
  });

async function running(changes: Record<string, unknown> = {}): Promise<string> {
  const rina = await app.as('rina.lapangan');
  const planned = plan(changes);
  await rina.does('operations/plan', planned);
  await rina.does('operations/start', { operationId: planned.operationId });
  return planned.operationId;
}

// Written straight to the tables: encounters are a later slice.
async function meet(
  operationId: string,
  ageClass: string,
): Promise<{ encounterId: string; personId: string }> {
  const personId = uuidv7();
  const encounterId = uuidv7();
  await app.admin.query(`insert into app.persons (city, person_id, recorded_by) values ('13.71', $1, $2)`, [
    personId,
    idOf('rina.lapangan'),
  ]);
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     values ('13.71', $1, $2, $3, now(), $4, 'SATPOL_PP', 'OUTREACH', 'BUSKING', 'MARKET', $5)`,
    [encounterId, personId, operationId, idOf('rina.lapangan'), ageClass],
  );
  return { encounterId, personId };
}

test('an operation is planned, begun and closed, and everybody at work sees where it stands', async () => {
  const rina = await app.as('rina.lapangan');
  const planned = plan();

  await rina.does('operations/plan', planned);
  await rina.does('operations/start', { operationId: planned.operationId });
  const seen = await (await app.as('eko.kesra')).get(`/api/operations/${planned.operationId}`);
  await rina.does('operations/close', { operationId: planned.operationId });
  const after = await rina.get(`/api/operations/${planned.operationId}`);

  expect(seen.body).toMatchObject({ state: 'under_way', standing: 'city', leadAgency: 'SATPOL_PP' });
  expect(seen.body.team.map((it: { name: string }) => it.name)).toEqual(['Tika Penjangkau', 'Rina Lapangan']);
  expect(seen.body.legalBases[0]).toMatchObject({
    number: 'Perwako Padang 41/2017',
    year: 2017,
    textChecked: false,
  });
  expect(after.body).toMatchObject({ state: 'closed', abilities: [] });
});

test('only the agency that leads plans and starts; a colleague elsewhere reads and may not act', async () => {
  const planned = plan();

  const byOthers = await (await app.as('budi.peksos')).tries('operations/plan', planned);
  await (await app.as('rina.lapangan')).does('operations/plan', planned);
  const start = await (await app.as('budi.peksos')).tries('operations/start', {
    operationId: planned.operationId,
  });
  const byTeam = await (await app.as('tika.penjangkau')).tries('operations/start', {
    operationId: planned.operationId,
  });
  const community = await (await app.as('uni.lkaam')).get(`/api/operations/${planned.operationId}`);
  const partner = await (await app.as('hadi.dinkes')).get(`/api/operations/${planned.operationId}`);

  expect(byOthers.body.code).toBe('not-allowed');
  expect(start.body.code).toBe('not-allowed');
  expect(byTeam.status).toBe(200);
  expect(community.status).toBe(403);
  expect(partner.status).toBe(404);
});

test('closing is refused while a child or a person of unknown age is unaccounted for, and says who', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const child = await meet(operationId, 'UNDER_18');
  const unknown = await meet(operationId, 'UNKNOWN');
  await meet(operationId, 'ADULT');
  await app.admin.query(
    `update app.encounters set sex = 'female', activity = 'BUSKING', stated_age = 9, assessed_low = 8, assessed_high = 11 where encounter_id = $1`,
    [child.encounterId],
  );

  const first = await rina.tries('operations/close', { operationId });
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at)
     values ('13.71', $1, $2, 'SHELTER', 'RUMAH_SINGGAH_AIR_PACAH', now())`,
    [uuidv7(), child.personId],
  );
  const second = await rina.tries('operations/close', { operationId });
  await app.admin.query(`update app.encounters set spot_outcome = 'STAYED' where encounter_id = $1`, [
    unknown.encounterId,
  ]);
  const third = await rina.tries('operations/close', { operationId });

  expect(first.status).toBe(409);
  expect(first.body.code).toBe('operation-unaccounted');
  expect(first.body.details.unaccounted.map((it: { encounterId: string }) => it.encounterId)).toEqual([
    child.encounterId,
    unknown.encounterId,
  ]);
  expect(first.body.details.unaccounted[0]).toMatchObject({
    sex: 'female',
    activity: 'BUSKING',
    ageLow: 8,
    ageHigh: 11,
  });
  expect(second.body.details.unaccounted).toHaveLength(1);
  expect(third.status).toBe(200);
});

test('a child who is still with the field team has not been handed over', async () => {
  const rina = await app.as('rina.lapangan');
  const operationId = await running();
  const child = await meet(operationId, 'UNDER_18');
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at)
     values ('13.71', $1, $2, 'FIELD_TEAM', 'SATPOL_PP', now())`,
    [uuidv7(), child.personId],
  );

  const refused = await rina.tries('operations/close', { operationId });

  expect(refused.body.code).toBe('operation-unaccounted');
});

test('a supervisor of the leading agency who reaches none of the children is refused as well', async () => {
  const beni = await app.as('beni.mako');
  const operationId = await running();
  await meet(operationId, 'UNDER_18');

  const refused = await beni.tries('operations/close', { operationId });

  expect(refused.body.code).toBe('operation-unaccounted');
  expect(refused.body.details.unaccounted).toHaveLength(1);
});

test('the database itself refuses to close over a child unaccounted for', async () => {
  const operationId = await running();
  await meet(operationId, 'UNDER_18');

  const refused = app.admin.query(`update app.operations set state = 'closed' where operation_id = $1`, [
    operationId,
  ]);

  await expect(refused).rejects.toThrow(/unaccounted/);
});

test('a plan that breaks a rule is refused on its field', async () => {
  const rina = await app.as('rina.lapangan');
  const refusal = async (changes: Record<string, unknown>) => {
    const { status, body } = await rina.tries('operations/plan', plan(changes));
    return [status, body.code, body.field ?? body.fields?.[0]?.field];
  };

  expect(await refusal({ legalBases: ['perda-11-2005'] })).toEqual([
    422,
    'legal-basis-not-valid',
    'legalBases',
  ]);
  expect(await refusal({ legalBases: [] })).toEqual([400, 'input-invalid', 'legalBases']);
  expect(await refusal({ plannedTo: '2026-11-24T12:00:00Z' })).toEqual([
    422,
    'operation-too-long',
    'plannedTo',
  ]);
  expect(await refusal({ plannedFrom: '2026-13-40T12:00:00Z' })).toEqual([
    422,
    'date-impossible',
    'plannedFrom',
  ]);
  expect(await refusal({ kind: 'CARNIVAL' })).toEqual([422, 'code-not-valid', 'kind']);
  expect(
    await refusal({ sites: [{ areaCode: '99.71.01.1001', locationType: 'MARKET', place: '' }] }),
  ).toEqual([422, 'area-of-another-city', 'sites']);
  expect(await refusal({ team: [uuidv7()] })).toEqual([400, 'field-invalid', 'team']);
  expect(await refusal({ partnerAgencies: ['NOBODY'] })).toEqual([400, 'field-invalid', 'partnerAgencies']);
});

test('two who change one plan: the second is told; once begun it can no longer be changed', async () => {
  const rina = await app.as('rina.lapangan');
  const planned = plan();
  await rina.does('operations/plan', planned);

  await rina.does('operations/change', { ...planned, title: 'Kuranji Pagi' }, { basedOn: 1 });
  const second = await rina.tries('operations/change', { ...planned, title: 'Lain' }, { basedOn: 1 });
  await rina.does('operations/start', { operationId: planned.operationId });
  const late = await rina.tries('operations/change', planned);

  expect(second.body.code).toBe('changed-meanwhile');
  expect(late.body.code).toBe('operation-not-in-state');
  expect((await rina.get(`/api/operations/${planned.operationId}`)).body.title).toBe('Kuranji Pagi');
});

test('the list runs page by page, latest first, and can be narrowed to a day or to one’s own', async () => {
  const eko = await app.as('eko.kesra');
  for (let hour = 0; hour < 55; hour++) {
    const from = new Date(Date.UTC(2026, 0, 1, hour));
    await eko.does(
      'operations/plan',
      plan({
        title: `Januari ${hour}`,
        plannedFrom: from.toISOString(),
        plannedTo: new Date(from.getTime() + 3_600_000).toISOString(),
        team: [idOf('doni.lapangan')],
      }),
    );
  }
  const doni = await app.as('doni.lapangan');

  const first = await doni.get('/api/operations?mine=true');
  const second = await doni.get(`/api/operations?mine=true&after=${first.body.next}`);
  const day = await doni.get('/api/operations?day=2026-01-01');
  const none = await (await app.as('rina.lapangan')).get('/api/operations?mine=true&state=cancelled');

  expect(first.body.items).toHaveLength(50);
  expect(first.body.items[0].title).toBe('Januari 54');
  expect(second.body.items.map((it: { title: string }) => it.title)).toEqual([
    'Januari 4',
    'Januari 3',
    'Januari 2',
    'Januari 1',
    'Januari 0',
  ]);
  expect(second.body.next).toBeNull();
  // The city lies seven hours ahead: its first of January holds seventeen of these hours.
  expect(day.body.items).toHaveLength(17);
  expect(none.body.items).toEqual([]);
});

test('the coordinator adds, corrects and retires a legal basis; operations follow its dates', async () => {
  const eko = await app.as('eko.kesra');
  const basis = {
    kind: 'PERDA_KOTA',
    number: 'Perda Kota Padang 7/2026',
    year: 2026,
    title: 'Perlindungan anak di ruang publik',
    dated: null,
    validFrom: '2026-01-01',
    validTo: null,
    note: '',
  };

  const { legalBasisId } = await eko.does('operations/add-legal-basis', basis);
  const twice = await eko.tries('operations/add-legal-basis', basis);
  await eko.does('operations/plan', plan({ legalBases: [legalBasisId] }));
  await eko.does('operations/correct-legal-basis', {
    legalBasisId,
    ...basis,
    title: 'Judul benar',
    textChecked: true,
  });
  await eko.does('operations/retire-legal-basis', { legalBasisId, validTo: '2026-06-30' });
  const late = await eko.tries('operations/plan', plan({ legalBases: [legalBasisId] }));
  const officer = await (await app.as('rina.lapangan')).tries('operations/add-legal-basis', basis);

  expect(twice.body.code).toBe('legal-basis-known');
  expect(late.body.code).toBe('legal-basis-not-valid');
  expect(officer.status).toBe(403);
  const list = await eko.get('/api/legal-bases');
  expect(
    list.body.items.find((it: { legalBasisId: string }) => it.legalBasisId === legalBasisId),
  ).toMatchObject({
    title: 'Judul benar',
    textChecked: true,
    validTo: '2026-06-30',
  });
});

test('an operation does not start under a law that has ended, nor under one retired since it was planned', async () => {
  const rina = await app.as('rina.lapangan');
  const lastDay = { plannedFrom: '2025-02-06T13:00:00Z', plannedTo: '2025-02-06T16:00:00Z' };
  const planned = plan({ ...lastDay, legalBases: ['perwako-41-2017', 'perda-11-2005'] });
  await rina.does('operations/plan', planned);
  const { operationId } = planned;
  const start = (client = rina) => client.tries('operations/start', { operationId });

  const refused = await start();
  const still = await rina.get(`/api/operations/${operationId}`);
  const now = { ...planned, ...plan({ operationId }), legalBases: ['perwako-41-2017'] };
  await rina.does('operations/change', now, { basedOn: still.body.version });

  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    code: 'legal-basis-ended',
    field: 'legalBases',
    details: { bases: ['perda-11-2005'] },
  });
  expect(refused.body.message).toMatch(/11\/2005|11 Tahun 2005/);
  expect(refused.body.message).toContain('Ubah rencana');
  expect(still.body.state).toBe('planned');
  expect((await start()).status).toBe(200);

  const eko = await app.as('eko.kesra');
  const { legalBasisId } = await eko.does('operations/add-legal-basis', {
    kind: 'PERDA_KOTA',
    number: 'Perda Kota Padang 8/2024',
    year: 2024,
    title: 'Ketertiban',
    dated: null,
    validFrom: '2024-01-01',
    validTo: null,
    note: '',
  });
  const retired = plan({ legalBases: [legalBasisId] });
  await rina.does('operations/plan', retired);
  await eko.does('operations/retire-legal-basis', { legalBasisId, validTo: '2025-12-31' });
  const late = await rina.tries('operations/start', { operationId: retired.operationId });
  expect(late.body).toMatchObject({ code: 'legal-basis-ended', details: { bases: [legalBasisId] } });
});

test('an operation in which somebody was met is closed, not cancelled', async () => {
  const rina = await app.as('rina.lapangan');
  const empty = await running();
  const met = await running();
  await meet(met, 'ADULT');

  const refused = await rina.tries('operations/cancel', { operationId: met });
  await rina.does('operations/cancel', { operationId: empty });

  expect(refused.body.code).toBe('operation-has-encounters');
});
