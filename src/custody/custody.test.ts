import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { asking, goingHome, handingOver, meet, takenIn, takingIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('a child taken in by the team is handed to the desk, to the social service, and each loses it with the hand-over', async () => {
  const [rina, beni, sari] = [
    await app.as('rina.lapangan'),
    await app.as('beni.mako'),
    await app.as('sari.peksos'),
  ];
  const met = await meet(app, { team: ['rina.lapangan', 'doni.lapangan'] });
  const custodyId = await takenIn(rina, met);

  const toDesk = handingOver(custodyId, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  const desk = await rina.does('custody/hand-over', toDesk);
  expect(desk).toMatchObject({ disputed: false, custodyId: toDesk.toCustodyId });
  const board = await beni.get('/api/custody/board');
  expect(board.body.items.map((it: { custodyId: string }) => it.custodyId)).toContain(desk.custodyId);
  expect((await sari.get(`/api/custody/${desk.custodyId}`)).status).toBe(404);

  const toDinsos = handingOver(desk.custodyId);
  await beni.does('custody/hand-over', toDinsos);
  expect((await beni.get(`/api/custody/${desk.custodyId}`)).status).toBe(404);
  expect((await beni.get('/api/custody/board')).body.items).toEqual([]);
  const seen = await sari.get(`/api/custody/${toDinsos.toCustodyId}`);
  expect(seen.status).toBe(200);
  expect(seen.body.chain.map((it: { custodianKind: string }) => it.custodianKind)).toEqual([
    'FIELD_TEAM',
    'ENFORCEMENT',
    'SOCIAL_SERVICE',
  ]);
  expect(seen.body.held.firstContactAt).toBe(met.at.toISOString());
  expect(seen.body.gaps).toEqual([]);
  expect(seen.body.handovers).toHaveLength(2);
});

test('an officer of the street sees on the board whom the own team has with it, whichever agency leads, and no one else', async () => {
  const joint = ['rina.lapangan', 'doni.lapangan'];
  const [withTeam, elsewhere] = [
    await meet(app, { team: joint }),
    await meet(app, { team: ['doni.lapangan'] }),
  ];
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const held = await takenIn(rina, withTeam);
  await app.admin.query('update app.custody_intervals set agency_code = $2 where custody_id = $1', [
    held,
    'DINSOS_KOTA',
  ]);
  const others = await takenIn(doni, elsewhere);
  const board = async (who: typeof rina) => {
    const { body } = await who.get('/api/custody/board');
    return {
      ids: body.items.map((it: { custodyId: string }) => it.custodyId),
      children: body.counts.children,
    };
  };

  expect(await board(rina)).toEqual({ ids: [held], children: 1 });
  expect((await board(doni)).ids.toSorted()).toEqual([held, others].toSorted());
  await rina.does('custody/hand-over', handingOver(held));
  expect(await board(rina)).toEqual({ ids: [], children: 0 });
});

test('the police may be the first custodian, and an agency must be of the kind of custodian it is', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app);

  const wrong = await rina.tries(
    'custody/take-in',
    takingIn(met, { custodianKind: 'POLICE', agencyCode: 'DINKES' }),
  );
  const right = await rina.does(
    'custody/take-in',
    takingIn(met, { custodianKind: 'POLICE', agencyCode: 'POLRI' }),
  );

  expect(wrong.body).toMatchObject({ code: 'custodian-and-agency-differ', field: 'agencyCode' });
  expect(right.disputed).toBe(false);
});

test('a team on the street is the own agency’s: nobody puts a child under another one so', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app);

  const other = await rina.tries('custody/take-in', takingIn(met, { agencyCode: 'LPKS_KASIH_IBU' }));
  const own = await rina.tries('custody/take-in', takingIn(met, { agencyCode: 'SATPOL_PP' }));

  expect(other.body).toMatchObject({ code: 'custodian-and-agency-differ', field: 'agencyCode' });
  expect(own.status).toBe(200);
});

test('only those with standing take a person in or hand one over', async () => {
  const met = await meet(app, { team: ['rina.lapangan'] });
  const sari = await app.as('sari.peksos');
  const refused = await sari.tries('custody/take-in', takingIn(met));
  const custodyId = await takenIn(await app.as('rina.lapangan'), met);
  const handed = await sari.tries('custody/hand-over', handingOver(custodyId));

  expect([refused.status, handed.status]).toEqual([404, 404]);
  expect((await (await app.as('eko.kesra')).tries('custody/hand-over', handingOver(custodyId))).status).toBe(
    403,
  );
  expect(
    (await (await app.as('rina.lapangan')).tries('custody/hand-over', handingOver(custodyId))).status,
  ).toBe(200);
});

test('ends for adults are refused for a child and for unknown age, and accepted for an adult', async () => {
  const rina = await app.as('rina.lapangan');
  const answers: unknown[] = [];
  for (const ageClass of ['UNDER_18', 'UNKNOWN', 'ADULT'] as const)
    for (const endKind of ['RELEASED_AFTER_ADVICE', 'PPNS', 'POLICE']) {
      const custodyId = await takenIn(rina, await meet(app, { ageClass }));
      const police = endKind === 'POLICE' ? { agencyCode: 'POLRI' } : { agencyCode: undefined };
      const nobody = endKind === 'RELEASED_AFTER_ADVICE' ? { receiverName: undefined } : {};
      const reply = await rina.tries(
        'custody/hand-over',
        handingOver(custodyId, { endKind, ...police, ...nobody }),
      );
      answers.push([ageClass, endKind, reply.body.code ?? reply.status]);
    }

  expect(answers).toEqual([
    ['UNDER_18', 'RELEASED_AFTER_ADVICE', 'end-only-for-adults'],
    ['UNDER_18', 'PPNS', 'end-only-for-adults'],
    ['UNDER_18', 'POLICE', 'end-only-for-adults'],
    ['UNKNOWN', 'RELEASED_AFTER_ADVICE', 'end-only-for-adults'],
    ['UNKNOWN', 'PPNS', 'end-only-for-adults'],
    ['UNKNOWN', 'POLICE', 'end-only-for-adults'],
    ['ADULT', 'RELEASED_AFTER_ADVICE', 200],
    ['ADULT', 'PPNS', 200],
    ['ADULT', 'POLICE', 200],
  ]);
});

test('a facility for children in a legal process asks why a child without an offence goes there', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app));
  const toFacility = (more: object) =>
    handingOver(custodyId, { endKind: 'SOCIAL_REHAB_FACILITY', agencyCode: 'LPKS_KASIH_IBU', ...more });

  const silent = await rina.tries('custody/hand-over', toFacility({}));
  const unknown = await rina.tries('custody/hand-over', toFacility({ facilityReason: 'NO_SUCH' }));
  const reasoned = await rina.tries('custody/hand-over', toFacility({ facilityReason: 'SHELTER_FULL' }));

  expect(silent.body).toMatchObject({ code: 'facility-reason-missing', field: 'facilityReason' });
  expect(unknown.body.code).toBe('code-not-valid');
  expect(reasoned.status).toBe(200);
});

test('home is refused until the child was asked alone whom it fears', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app));

  const before = await rina.tries('custody/hand-over', goingHome(custodyId));
  await rina.does('custody/ask-fears', asking(custodyId, { askedAlone: false }));
  const notAlone = await rina.tries('custody/hand-over', goingHome(custodyId));
  await rina.does('custody/ask-fears', asking(custodyId));
  const letterless = await rina.tries('custody/hand-over', goingHome(custodyId, { statementLetter: false }));
  const after = await rina.tries('custody/hand-over', goingHome(custodyId));

  expect(before.body).toMatchObject({ code: 'feared-persons-not-asked', field: 'endKind' });
  expect(notAlone.body.code).toBe('feared-persons-not-asked');
  expect(letterless.body).toMatchObject({ code: 'statement-letter-missing', field: 'statementLetter' });
  expect(after.status).toBe(200);
});

test('a parent who comes is compared with whom the child named, without showing the name', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app));
  await rina.does(
    'custody/ask-fears',
    asking(custodyId, { fearsSomeone: true, names: ['Pak Djoko Soesilo'], relations: ['STEPPARENT'] }),
  );

  const named = await rina.tries(
    'custody/hand-over',
    goingHome(custodyId, { receiverName: 'Joko Susilo', receiverRelation: 'FATHER' }),
  );
  const related = await rina.tries(
    'custody/hand-over',
    goingHome(custodyId, { receiverName: 'Budi Lain', receiverRelation: 'STEPPARENT' }),
  );
  const record = await rina.get(`/api/custody/${custodyId}`);
  const other = await rina.tries(
    'custody/hand-over',
    goingHome(custodyId, { receiverName: 'Ibu Sari', receiverRelation: 'MOTHER' }),
  );

  expect(named.body).toMatchObject({ code: 'receiver-needs-supervisor', field: 'receiverName' });
  expect(related.body.code).toBe('receiver-needs-supervisor');
  expect(JSON.stringify([named.body, related.body])).not.toMatch(/joko|djoko|soesilo/i);
  expect(record.body.fears).toMatchObject({ askedAlone: true, fearsSomeone: true });
  expect(record.text).not.toMatch(/djoko|soesilo/i);
  expect(other.status).toBe(200);
});

test('whom the child fears lies sealed, and the case team alone reads it', async () => {
  const [rina, sari] = [await app.as('rina.lapangan'), await app.as('sari.peksos')];
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  await rina.does(
    'custody/ask-fears',
    asking(custodyId, { fearsSomeone: true, names: ['Zzrahasia Qqnama'] }),
  );
  const to = handingOver(custodyId);
  await rina.does('custody/hand-over', to);

  const before = await sari.get(`/api/custody/${to.toCustodyId}`);
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, 'K-2026-9001', $2, agency_code, staff_id, now(), 'CUSTODY', 'LOW' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), met.personId],
  );
  const after = await sari.get(`/api/custody/${to.toCustodyId}`);
  const tables = await app.admin.query<{ t: string }>(
    `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('app', 'sec')`,
  );
  const readable: string[] = [];
  for (const { t } of tables.rows) {
    const hit = await app.admin.query(`select 1 from ${t} x where x::text ilike '%rahasia%' limit 1`);
    if (hit.rowCount) readable.push(t);
  }

  expect(before.status).toBe(200);
  expect(before.text).not.toContain('Zzrahasia');
  expect(after.body.fears.answers).toMatchObject([{ names: ['Zzrahasia Qqnama'] }]);
  expect(readable).toEqual([]);
});

test('a supervisor may say why a child goes home all the same; nobody else may', async () => {
  const [rina, dewi] = [await app.as('rina.lapangan'), await app.as('dewi.penyelia')];
  const custodyId = await takenIn(rina, await meet(app));
  const reason = { supervisorReason: 'Sudah dibicarakan dengan pendamping anak.' };

  const officer = await rina.tries('custody/hand-over', goingHome(custodyId, reason));
  const to = handingOver(custodyId);
  await rina.does('custody/hand-over', to);
  const without = await dewi.tries('custody/hand-over', goingHome(to.toCustodyId));
  const supervisor = await dewi.tries('custody/hand-over', goingHome(to.toCustodyId, reason));

  expect(officer.body).toMatchObject({ code: 'supervisor-only', field: 'supervisorReason' });
  expect(without.body.code).toBe('feared-persons-not-asked');
  expect(supervisor.status).toBe(200);
});

test('the board tells who is held, since first contact, what is next, and the limit as the city’s default', async () => {
  const [rina, beni] = [await app.as('rina.lapangan'), await app.as('beni.mako')];
  const custodyId = await takenIn(rina, await meet(app, { minutesAgo: 70, team: ['rina.lapangan'] }));
  const to = handingOver(custodyId, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  await rina.does('custody/hand-over', to);

  const { body } = await beni.get('/api/custody/board');
  const held = body.items.find((it: { custodyId: string }) => it.custodyId === to.toCustodyId);

  expect(body.limit).toEqual({ hours: 24, warnFromMinutes: 60, isDefault: true });
  expect(held.next.what).toBe('GUARDIAN_TOLD');
  expect(Date.parse(held.next.dueAt)).toBe(Date.parse(held.firstContactAt) + 3_600_000);
  expect(held.stepsMissing).toHaveLength(8);
  expect(body.counts.children).toBeGreaterThan(0);
  await beni.does('custody/hand-over', handingOver(to.toCustodyId));
});

test('a shelter is no waiting room: no clock runs there, and no reason is asked', async () => {
  const [rina, yeni] = [await app.as('rina.lapangan'), await app.as('yeni.rumahsinggah')];
  const custodyId = await takenIn(rina, await meet(app, { minutesAgo: 30 * 60 }));
  const to = handingOver(custodyId, {
    endKind: 'SHELTER',
    agencyCode: 'RUMAH_SINGGAH_AIR_PACAH',
    holdReason: 'TRANSPORT',
  });
  await rina.does('custody/hand-over', to);

  const { body } = await yeni.get('/api/custody/board');

  expect(body.items[0]).toMatchObject({
    custodyId: to.toCustodyId,
    hold: null,
    next: null,
    ageClass: 'UNDER_18',
  });
  expect(body.counts).toMatchObject({ children: 1, overLimit: 0 });
  expect((await yeni.tries('custody/hand-over', handingOver(to.toCustodyId))).status).toBe(200);
});

test('times that cannot be are refused, each tied to its field', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app, { minutesAgo: 30 });
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();

  const ahead = await rina.tries('custody/take-in', takingIn(met, { at: hours(1) }));
  const early = await rina.tries('custody/take-in', takingIn(met, { at: hours(-2) }));
  const sameMinute = new Date(met.at.getTime() - 30_000).toISOString();
  const custodyId = await takenIn(rina, met, { at: sameMinute });
  expect((await rina.get(`/api/custody/${custodyId}`)).body.held.startedAt).toBe(met.at.toISOString());
  const negative = await rina.tries('custody/hand-over', handingOver(custodyId, { at: hours(-2) }));
  const nonsense = await rina.tries('custody/hand-over', handingOver(custodyId, { at: '2026-13-41T99:00Z' }));

  expect(ahead.body).toMatchObject({ code: 'custody-time-ahead', field: 'at' });
  expect(early.body).toMatchObject({ code: 'custody-before-contact', field: 'at' });
  expect(negative.body).toMatchObject({ code: 'custody-negative', field: 'at' });
  expect(nonsense.body).toMatchObject({ code: 'date-impossible', field: 'at' });
});

test('the other side is staff of the receiving agency, or a named person', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app));
  const staff = await rina.get('/api/staff');
  const idOf = (name: string) => staff.body.items.find((it: { name: string }) => it.name === name).staffId;
  const to = (more: object) => handingOver(custodyId, { receiverName: undefined, ...more });

  const nobody = await rina.tries('custody/hand-over', to({}));
  const elsewhere = await rina.tries('custody/hand-over', to({ receiverStaffId: idOf('Hadi Dinkes') }));
  const there = await rina.tries('custody/hand-over', to({ receiverStaffId: idOf('Sari Peksos') }));

  expect(nobody.body).toMatchObject({ code: 'receiver-missing', field: 'receiverName' });
  expect(elsewhere.body).toMatchObject({ code: 'receiver-not-there', field: 'receiverStaffId' });
  expect(there.status).toBe(200);
});

test('belongings have a day on which they go back, and the desk that keeps them can return them after the child has left', async () => {
  const [rina, beni] = [await app.as('rina.lapangan'), await app.as('beni.mako')];
  const custodyId = await takenIn(rina, await meet(app));
  const belongingId = uuidv7();
  const kept = (returnDue: string) => ({ belongings: [{ belongingId, what: 'Gitar kecil', returnDue }] });

  const past = await rina.tries('custody/hand-over', handingOver(custodyId, kept('2020-01-01')));
  const handed = await rina.does('custody/hand-over', handingOver(custodyId, kept('2099-01-01')));
  const list = await beni.get('/api/custody/belongings');
  const stranger = await (await app.as('yeni.rumahsinggah')).tries('custody/return-belonging', {
    belongingId,
  });
  await beni.does('custody/return-belonging', { belongingId });
  const again = await beni.tries('custody/return-belonging', { belongingId });

  expect(past.body).toMatchObject({ code: 'return-date-past', field: 'belongings.0.returnDue' });
  expect(list.body.items).toEqual([
    expect.objectContaining({ belongingId, what: 'Gitar kecil', number: handed.number }),
  ]);
  expect(stranger.status).toBe(404);
  expect(again.body.code).toBe('belonging-returned');
});

test('an encounter without a custodian waits on the team’s list until somebody answers', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app);
  const waiting = async () =>
    (await rina.get('/api/custody/awaiting')).body.items.map((it: { encounterId: string }) => it.encounterId);

  expect(await waiting()).toContain(met.encounterId);
  await takenIn(rina, met);
  expect(await waiting()).not.toContain(met.encounterId);
});
