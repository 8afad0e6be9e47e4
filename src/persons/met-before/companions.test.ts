import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCompanions } from '#persons/met-before/companions.ts';
import { eraseIdentity } from '#platform/keys/erasures.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const world = () => ({ keys: app.keys, now: () => new Date() });
const atNight = () => writeCompanions({ jobs: app.jobs, city: '13.71', world: world() });

type Meeting = {
  readonly group?: string;
  readonly ageClass?: 'UNDER_18' | 'ADULT';
  readonly within?: { readonly operation: string; readonly area: string; readonly minute: number };
};

async function meet(name: string, { group, ageClass = 'UNDER_18', within }: Meeting = {}): Promise<string> {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, birth_from, birth_to, recorded_by, last_met_at)
     select '13.71', $1, 'male', '2012-01-01', '2013-12-31', staff_id, now() from app.staff where username = 'sari.peksos'`,
    [personId],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, group_id, occurred_at, area_code, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, $3, now() - make_interval(mins => $6), $5, staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', $4 from app.staff where username = 'sari.peksos'`,
    [uuidv7(), personId, group ?? null, ageClass, within?.area ?? null, within?.minute ?? 0],
  );
  await (await app.as('sari.peksos')).does('persons/identify', {
    personId,
    identity: { names: [name], aliases: [], kin: [], marks: [] },
  });
  if (within) await putInOperation(personId, within.operation);
  return personId;
}

// After the naming: an operation's children are its team's to name.
async function putInOperation(personId: string, operationId: string): Promise<void> {
  await app.admin.query('update app.encounters set operation_id = $2 where person_id = $1', [
    personId,
    operationId,
  ]);
}

/** What the hint says of the companion typed beside a name: to the child's own worker, and to an officer without standing. */
async function said(name: string, companion: string) {
  const typed = { names: [name], aliases: [], sex: 'male', ageLow: 13, companions: [companion] };
  const sari = await (await app.as('sari.peksos')).post('/api/persons/met-before', typed);
  const rina = await (await app.as('rina.lapangan')).post('/api/persons/met-before', typed);
  const hint = sari.body.hints.find((it: { person?: { name?: string } }) => it.person?.name === name);
  return {
    worker: hint?.fields.companions,
    officer: rina.body.hints.some((it: { fields: object }) => 'companions' in it.fields),
  };
}

const bound = (personId: string) =>
  app.admin
    .query('select 1 from app.companion_forms where $1 in (person_id, companion_id)', [personId])
    .then((found) => found.rowCount);

test('of children met together each is found by the other’s name from the next night on, of others and adults none', async () => {
  const group = uuidv7();
  await meet('Zulfikri Mandahiling', { group });
  await meet('Bonar Hutagalung', { group });
  await meet('Tigor Simanjuntak', { group, ageClass: 'ADULT' });
  await meet('Warsito Wibowo');
  const before = await said('Zulfikri Mandahiling', 'Bonar');

  await atNight();

  expect(before).toEqual({ worker: 'notNoted', officer: false });
  expect(await said('Zulfikri Mandahiling', 'Bonar')).toEqual({ worker: 'yes', officer: true });
  expect(await said('Bonar Hutagalung', 'Julfikri')).toEqual({ worker: 'yes', officer: true });
  expect(await said('Zulfikri Mandahiling', 'Tigor')).toEqual({ worker: 'no', officer: false });
  expect(await said('Warsito Wibowo', 'Bonar')).toEqual({ worker: 'notNoted', officer: false });
});

test('met within ten minutes in one village of one operation is met together; an hour later or a village away is not', async () => {
  const operation = uuidv7();
  await app.admin.query(
    `insert into app.operations (city, operation_id, kind, state, lead_agency, planned_from, planned_to)
     values ('13.71', $1, 'OUTREACH', 'under_way', 'SATPOL_PP', now() - interval '3 hours', now())`,
    [operation],
  );
  const [here, elsewhere] = ['13.71.09.1007', '13.71.09.1003'];
  const first = await meet('Togar Panggabean', { within: { operation, area: here, minute: 70 } });
  const soon = await meet('Saut Hasibuan', { within: { operation, area: here, minute: 64 } });
  const later = await meet('Poltak Siregar', { within: { operation, area: here, minute: 10 } });
  const apart = await meet('Edwar Gultom', { within: { operation, area: elsewhere, minute: 70 } });

  await atNight();
  const counts = await Promise.all([first, soon, later, apart].map(bound));
  const pair = await app.admin.query('select companion_id from app.companion_forms where person_id = $1', [
    first,
  ]);

  expect(counts).toEqual([2, 2, 0, 0]);
  expect(pair.rows).toEqual([{ companion_id: soon }]);
});

test('an erasure takes the child out of what its companions are found by at once, and no night brings it back', async () => {
  const group = uuidv7();
  const [kept, gone] = [
    await meet('Parlindungan Sianipar', { group }),
    await meet('Gomgom Situmeang', { group }),
  ];
  await meet('Ucok Lumbantobing', { group });
  await atNight();
  const before = await said('Parlindungan Sianipar', 'Gomgom');
  const count = `select (select count(*) from app.person_tokens where person_id = $1)::int as tokens,
    (select cardinality(marks) from app.person_signatures where person_id = $1) as marks`;
  const full = (await app.admin.query(count, [kept])).rows[0];

  await eraseIdentity(
    { jobs: app.jobs, keys: app.keys, city: '13.71' },
    { person: gone, rule: 'ON_REQUEST', at: new Date() },
  );
  const left = (await app.admin.query(count, [kept])).rows[0];

  expect(before.worker).toBe('yes');
  expect(left.tokens).toBeLessThan(full.tokens);
  expect(left.marks).toBeLessThan(full.marks);
  expect(await said('Parlindungan Sianipar', 'Gomgom')).toEqual({ worker: 'no', officer: false });
  expect(await said('Parlindungan Sianipar', 'Ucok')).toEqual({ worker: 'yes', officer: true });
  await atNight();
  expect(await bound(gone)).toBe(0);
  expect(await said('Parlindungan Sianipar', 'Gomgom')).toEqual({ worker: 'no', officer: false });
});

test('a joined record leaves its companions at once; they get the name of the record that stands for it, and theirs back when taken apart', async () => {
  const group = uuidv7();
  await meet('Hamonangan Pardede', { group });
  const joined = await meet('Sahat Nainggolan', { group });
  const head = await meet('Marihot Rajagukguk');
  await atNight();
  const before = await said('Hamonangan Pardede', 'Sahat');

  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [joined, head],
  );
  const atOnce = await bound(joined);
  await atNight();
  const together = await said('Hamonangan Pardede', 'Marihot');
  await app.admin.query('delete from app.person_merges where person_id = $1', [joined]);
  await atNight();

  expect(before.worker).toBe('yes');
  expect(atOnce).toBe(0);
  expect(together.worker).toBe('yes');
  expect((await said('Hamonangan Pardede', 'Sahat')).worker).toBe('yes');
  expect((await said('Hamonangan Pardede', 'Marihot')).worker).toBe('no');
});

test('a new name of either is taken over in the next night, and a night without news changes nothing', async () => {
  const group = uuidv7();
  const own = await meet('Binsar Tambunan', { group });
  const companion = await meet('Jonggi Sitorus', { group });
  await atNight();
  const sari = await app.as('sari.peksos');
  const named = (personId: string, name: string) =>
    sari.does('persons/identify', {
      personId,
      identity: { names: [name], aliases: [], kin: [], marks: [] },
    });
  await named(companion, 'Ruhut Sitorus');
  await named(own, 'Binsar Tambunan');

  await atNight();
  const once = (await app.admin.query('select * from app.companion_forms order by 1, 2')).rows;
  await atNight();

  expect((await said('Binsar Tambunan', 'Ruhut')).worker).toBe('yes');
  expect((await said('Binsar Tambunan', 'Jonggi')).worker).toBe('no');
  expect((await app.admin.query('select * from app.companion_forms order by 1, 2')).rows).toEqual(once);
});
