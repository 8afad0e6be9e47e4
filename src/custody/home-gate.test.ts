// Whom the child fears, and with whom it goes: what was said stays said, and nobody whom it may have named takes it home.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { asking, goingHome, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
let rina: Client;
beforeAll(async () => {
  app = await openTestApp();
  rina = await app.as('rina.lapangan');
});
afterAll(() => app.close());

const marni = { fearsSomeone: true, names: ['Marni Sikumbang'] };
const withMarni = { receiverName: 'Marni Sikumbang', receiverRelation: 'MOTHER' };
const withTati = { receiverName: 'Tati Piliang', receiverRelation: 'GRANDPARENT' };
const home = async (custodyId: string, who: object) => {
  const reply = await rina.tries('custody/hand-over', goingHome(custodyId, { ...who }));
  return reply.body.code ?? reply.status;
};

test('an answer given for the same moment is kept beside the first: the person once named stays named', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  const at = new Date().toISOString();
  await rina.does('custody/ask-fears', asking(custodyId, { ...marni, at }));
  await rina.does('custody/ask-fears', asking(custodyId, { at }));
  const kept = await app.admin.query(
    'select fears_someone from app.custody_fears where person_id = $1 order by recorded_at',
    [met.personId],
  );

  expect(kept.rows.map((row) => row.fears_someone)).toEqual([true, false]);
  expect(await home(custodyId, withMarni)).toBe('receiver-needs-supervisor');
  expect((await rina.get(`/api/custody/${custodyId}`)).body.fears.fearsSomeone).toBe(true);
  expect(await home(custodyId, withTati)).toBe(200);
});

test('no later answer, however many, and none that others heard, clears whom the child named', async () => {
  const custodyId = await takenIn(rina, await meet(app));
  await rina.does('custody/ask-fears', asking(custodyId, { ...marni, askedAlone: false }));
  for (let n = 0; n < 25; n++) await rina.does('custody/ask-fears', asking(custodyId));

  expect(await home(custodyId, withMarni)).toBe('receiver-needs-supervisor');
  expect(await home(custodyId, withTati)).toBe(200);
});

test('"fears nobody" with somebody named is refused and keeps nothing; said without a contradiction it is kept', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  const named = [{ names: ['Burhan Xylofon'] }, { relations: ['FATHER'] }, { note: 'Ayahnya memukul' }];
  for (const more of named) {
    const refused = await rina.tries('custody/ask-fears', asking(custodyId, more));
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      422,
      'fears-contradict',
      'fearsSomeone',
    ]);
  }
  expect(await home(custodyId, { receiverName: 'Burhan Xylofon', receiverRelation: 'FATHER' })).toBe(
    'feared-persons-not-asked',
  );

  await rina.does('custody/ask-fears', asking(custodyId, { fearsSomeone: true, ...named[0] }));
  await rina.does('custody/ask-fears', asking(custodyId, { names: [], relations: [], note: '' }));
  for (const receiverName of ['Burhan Xylofon', 'Pak Burhanuddin'])
    expect(await home(custodyId, { receiverName, receiverRelation: 'OTHER' })).toBe(
      'receiver-needs-supervisor',
    );
  expect(await home(custodyId, withTati)).toBe(200);
});

test('the same command sent twice is one answer, and the case team reads every answer', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  const id = uuidv7();
  await rina.does('custody/ask-fears', asking(custodyId, marni), { id });
  await rina.does('custody/ask-fears', asking(custodyId, marni), { id });
  await rina.does('custody/ask-fears', asking(custodyId, { fearsSomeone: true, relations: ['FATHER'] }));
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, 'K-2026-9002', $2, agency_code, staff_id, now(), 'CUSTODY', 'LOW' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), met.personId],
  );
  const read = await (await app.as('sari.peksos')).get(`/api/custody/${custodyId}`);

  expect(read.body.fears.answers).toMatchObject([
    { names: [], relations: ['FATHER'] },
    { names: ['Marni Sikumbang'], relations: [] },
  ]);
});

test('the database lets nobody change or remove an answer, and the retention of identities empty it', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  await rina.does('custody/ask-fears', asking(custodyId, marni));
  const change = async (statement: string, role?: string) => {
    const one = await app.admin.connect();
    try {
      await one.query('begin');
      if (role) await one.query(`set local role ${role}`);
      return (await one.query(`${statement} where person_id = $1`, [met.personId])).rowCount;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await one.query('rollback');
      one.release();
    }
  };

  expect(await change('update app.custody_fears set fears_someone = false', 'rangkul_app')).toContain(
    'permission denied',
  );
  expect(await change('delete from app.custody_fears', 'rangkul_app')).toContain('permission denied');
  expect(await change('update app.custody_fears set fears_someone = false')).toContain(
    'stays as it was given',
  );
  expect(await change(`update app.custody_fears set box = 'x'`)).toContain('stays as it was given');
  expect(await change('delete from app.custody_fears')).toContain('stays as it was given');
  expect(await change('update app.custody_fears set box = null')).toBe(1);
});

test('whoever may be the one the child named is stopped, however the name is written; another passes', async () => {
  const custodyId = await takenIn(rina, await meet(app));
  await rina.does('custody/ask-fears', asking(custodyId, marni));
  const as = (receiverName: string) => home(custodyId, { receiverName, receiverRelation: 'AUNT_OR_UNCLE' });

  for (const name of ['Marni S.', 'M. Sikumbang', 'Marny Sikumbang', 'M. S.', 'Hj. Marni', 'Sikumbang'])
    expect([name, await as(name)]).toEqual([name, 'receiver-needs-supervisor']);
  expect(await as('Tati Piliang')).toBe(200);
});

const agencyOf: Record<string, string> = {
  SOCIAL_SERVICE: 'DINSOS_KOTA',
  SHELTER: 'RUMAH_SINGGAH_AIR_PACAH',
  SOCIAL_REHAB_FACILITY: 'LPKS_KASIH_IBU',
  CHILD_CARE_INSTITUTION: 'LKSA',
  HOSPITAL: 'DINKES',
  PROVINCIAL_HOME: 'DINSOS_PROV',
  ENFORCEMENT: 'SATPOL_PP',
  POLICE: 'POLRI',
};
const received = {
  byNobody: {},
  byAName: { receiverName: 'Petugas Contoh' },
  byAnOfficial: { receiverName: 'Petugas Contoh', receiverRelation: 'Dinas Sosial daerah asal' },
  byTheMother: { receiverName: 'Ibu Contoh', receiverRelation: 'MOTHER' },
  byTheMotherInWords: { receiverName: 'Ibu Contoh', receiverRelation: 'ibu' },
} as const;
const handOverAs = (custodyId: string, endKind: string, by: object) => ({
  handoverId: uuidv7(),
  custodyId,
  endKind,
  condition: 'WELL',
  basis: 'OPERATION',
  statementLetter: true,
  ...(agencyOf[endKind] ? { toCustodyId: uuidv7(), agencyCode: agencyOf[endKind] } : {}),
  ...(endKind === 'SOCIAL_REHAB_FACILITY' ? { facilityReason: 'SHELTER_FULL' } : {}),
  ...by,
});

/** What becomes of every end with every kind of receiver, for children of whom the same is known. */
async function tableOf(prepare: (custodyId: string) => Promise<unknown>) {
  const listed = await app.admin.query<{ code: string }>(
    `select code from app.codes where city = '13.71' and list = 'custody_end' order by code`,
  );
  const ends = listed.rows.map((row) => row.code);
  const table: Record<string, unknown[]> = {};
  for (const end of ends) {
    table[end] = [];
    let custodyId: string | null = null;
    for (const by of Object.values(received)) {
      if (!custodyId) {
        custodyId = await takenIn(rina, await meet(app));
        await prepare(custodyId);
      }
      const reply = await rina.tries('custody/hand-over', handOverAs(custodyId, end, by));
      table[end].push(reply.body.code ?? reply.status);
      if (reply.status === 200) custodyId = null;
    }
  }
  return table;
}

// By nobody, by a name alone, by an official, by the mother, by the mother in words.
const adultsOnly = Array(5).fill('end-only-for-adults');
const noReceiver = [200, ...Array(4).fill('end-has-no-receiver')];
const toAgency = (mother: unknown) => ['receiver-missing', 200, 200, mother, mother];
const endsWhere = (mother: unknown, official: unknown) => ({
  HOME_WITH_PARENT: ['receiver-missing', 'receiver-missing', 'code-not-valid', mother, 'code-not-valid'],
  SOCIAL_SERVICE: toAgency(mother),
  SHELTER: toAgency(mother),
  SOCIAL_REHAB_FACILITY: toAgency(mother),
  CHILD_CARE_INSTITUTION: toAgency(mother),
  HOSPITAL: toAgency(mother),
  PROVINCIAL_HOME: toAgency(mother),
  ORIGIN_CITY: ['receiver-missing', 'receiver-missing', official, mother, mother],
  LEFT: noReceiver,
  RELEASED_AFTER_ADVICE: adultsOnly,
  PPNS: adultsOnly,
  POLICE: adultsOnly,
  ENFORCEMENT: toAgency(mother),
});

// Some two hundred hand-overs each.
test('every end with every receiver: no child goes with a private person before it was asked alone', async () => {
  const table = await tableOf(async () => {});
  expect(table).toEqual(endsWhere('feared-persons-not-asked', 'feared-persons-not-asked'));
}, 120_000);

test('every end with every receiver: a child goes with nobody it fears, and with the others', async () => {
  const table = await tableOf((custodyId) =>
    rina.does('custody/ask-fears', asking(custodyId, { fearsSomeone: true, relations: ['MOTHER'] })),
  );
  expect(table).toEqual(endsWhere('receiver-needs-supervisor', 200));
}, 120_000);

test('every end with every receiver: a child that fears nobody goes with whoever may receive it', async () => {
  const table = await tableOf((custodyId) => rina.does('custody/ask-fears', asking(custodyId)));
  expect(table).toEqual(endsWhere(200, 200));
}, 120_000);

test('an adult goes to the place of origin with whoever came, and a supervisor’s reason holds for a child there as at home', async () => {
  const dewi = await app.as('dewi.penyelia');
  const adult = await takenIn(rina, await meet(app, { ageClass: 'ADULT' }));
  const child = await takenIn(rina, await meet(app));
  const toDinsos = handOverAs(child, 'SOCIAL_SERVICE', received.byAName);
  await rina.does('custody/hand-over', toDinsos);
  const withReason = handOverAs(toDinsos.toCustodyId ?? '', 'ORIGIN_CITY', {
    ...received.byTheMother,
    supervisorReason: 'Dinas Sosial daerah asal sudah menemui keluarga.',
  });

  expect(
    (await rina.tries('custody/hand-over', handOverAs(adult, 'ORIGIN_CITY', received.byTheMother))).status,
  ).toBe(200);
  expect((await dewi.tries('custody/hand-over', withReason)).status).toBe(200);
});
