import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingAgencies } from '#custody/rules.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { allowAll } from '#test/allow-all.ts';
import { type Body, openTestApp, type TestApp } from '#test/app.ts';
import { chunk, goingHome, handingOver, meet, pngOf, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
let open: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  open = await openTestApp({ lock: allowAll });
});
afterAll(async () => {
  await app.close();
  await open.close();
});

test('only a flat PNG of at most 40 kB is a signature', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app));
  const good = pngOf(64, 22);
  const bad: [string, string][] = [
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(4)).toString('base64')],
    ['a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]).toString('base64')],
    ['words inside', pngOf(64, 22, [chunk('tEXt', Buffer.from('Comment\0halo'))])],
    ['moving pictures', pngOf(64, 22, [chunk('acTL', Buffer.alloc(8))])],
    [
      'something behind the end',
      Buffer.concat([Buffer.from(good, 'base64'), Buffer.from('PK')]).toString('base64'),
    ],
    ['cut off', Buffer.from(good, 'base64').subarray(0, -6).toString('base64')],
    ['giant', pngOf(4000, 22)],
    ['no size', pngOf(0, 22)],
    ['over 40 kB', pngOf(64, 22, [chunk('bKGD', Buffer.alloc(40_900))])],
  ];
  for (const [what, giverSignature] of bad) {
    const reply = await rina.tries('custody/hand-over', handingOver(custodyId, { giverSignature }));
    expect([what, reply.body.code, reply.body.field]).toEqual([
      what,
      'signature-not-flat-png',
      'giverSignature',
    ]);
  }
  const long = await rina.tries(
    'custody/hand-over',
    handingOver(custodyId, { receiverSignature: 'A'.repeat(60_000) }),
  );
  expect(long.body.code).toBe('input-invalid');
  const signed = await rina.tries(
    'custody/hand-over',
    handingOver(custodyId, { giverSignature: good, receiverSignature: good }),
  );
  expect(signed.status).toBe(200);
});

test('whoever recorded the hand-over prints its record and letter, with number, purpose, signatures and “data contoh”; others do not', async () => {
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const met = await meet(app, { team: ['rina.lapangan'] });
  await rina.does('persons/identify', {
    personId: met.personId,
    identity: { names: ['Rafli Contoh'], aliases: [], kin: [], marks: [] },
  });
  const custodyId = await takenIn(rina, met);
  await rina.does('custody/ask-fears', { custodyId, askedAlone: true, fearsSomeone: false });
  const home = goingHome(custodyId, { receiverSignature: pngOf(64, 22) });
  const done = await rina.does('custody/hand-over', home);
  await app.admin.query('update app.operations set state = $1 where operation_id = $2', [
    'closed',
    met.operationId,
  ]);
  const record = `/api/custody/handovers/${home.handoverId}/record`;

  expect((await rina.get(`/api/persons/${met.personId}`)).status).toBe(404);
  const paper = await rina.get(record);
  const letter = await rina.get(`/api/custody/handovers/${home.handoverId}/letter`);
  for (const page of [paper.text, letter.text]) {
    expect(page).toContain('Rafli Contoh');
    expect(page).toContain('Ibu Contoh');
    expect(page).toContain('DATA CONTOH');
    expect(page).toContain('Dicetak oleh Rina Lapangan');
    expect(page).toContain('Keperluan:');
    expect(page.match(/tanda tangan basah/g)).toHaveLength(2);
    expect(page).not.toMatch(/<style|style=|<script/);
  }
  expect(paper.text).toContain(done.number);
  expect(paper.text).toContain('data:image/png;base64,');
  expect((await rina.get('/api/custody/papers')).body.items.map((it: Body) => it.handoverId)).toContain(
    home.handoverId,
  );
  expect((await doni.get(record)).status).toBe(404);
  expect((await app.nobody.get('/api/print.css')).text).toContain('@page');

  await app.admin.query(
    `update app.handovers set recorded_at = recorded_at - interval '3 hours' where handover_id = $1`,
    [home.handoverId],
  );
  expect((await rina.get(record)).status).toBe(404);
  expect((await rina.get('/api/custody/papers')).text).not.toContain(home.handoverId);
});

test('printing is recorded with the person it concerned', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  const to = handingOver(custodyId);
  await rina.does('custody/hand-over', to);
  await rina.get(`/api/custody/handovers/${to.handoverId}/record`);

  const rows = await app.admin.query(
    `select persons from app.audit_rows where act = 'custody.paper-printed' and on_id = $1`,
    [to.handoverId],
  );
  expect(rows.rows).toEqual([{ persons: [met.personId] }]);
});

test('a list for the change of the watch is printed by the desk', async () => {
  const [rina, beni] = [await app.as('rina.lapangan'), await app.as('beni.mako')];
  const custodyId = await takenIn(rina, await meet(app));
  await rina.does(
    'custody/hand-over',
    handingOver(custodyId, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' }),
  );

  const page = await beni.get('/api/custody/board/print');

  expect(page.status).toBe(200);
  expect(page.text).toContain('belum menyebut nama');
  expect(page.text).toContain('pergantian jaga');
  expect((await (await app.as('hadi.dinkes')).get('/api/custody/board/print')).status).toBe(403);
});

test('the record names a shelter once, though it is agency and place alike', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app, { team: ['rina.lapangan'] });
  const custodyId = await takenIn(rina, met);
  const name = 'Rumah Singgah Air Pacah';
  const given = handingOver(custodyId, {
    endKind: 'SHELTER',
    agencyCode: 'RUMAH_SINGGAH_AIR_PACAH',
    facility: name,
  });
  await rina.does('custody/hand-over', given);

  const { text } = await rina.get(`/api/custody/handovers/${given.handoverId}/record`);

  expect(text).toContain(`Rumah singgah, ${name}`);
  expect(text).not.toContain(`${name}, ${name}`);
});

test('a complaint goes to somebody outside the unit and is read only there', async () => {
  const [rina, eko, hadi] = [
    await app.as('rina.lapangan'),
    await app.as('eko.kesra'),
    await app.as('hadi.dinkes'),
  ];
  const met = await meet(app);
  const complaint = (more: object) => ({
    complaintId: uuidv7(),
    personId: met.personId,
    aboutAgency: 'SATPOL_PP',
    subject: 'TREATMENT',
    said: 'Zzsuara: gitar saya diambil dan tidak dikembalikan.',
    saidBy: 'child',
    ...more,
  });

  const inside = await rina.tries('custody/complain', complaint({ toAgency: 'SATPOL_PP' }));
  const above = await rina.tries(
    'custody/complain',
    complaint({ aboutAgency: 'RUMAH_SINGGAH_AIR_PACAH', toAgency: 'DINSOS_KOTA' }),
  );
  const itself = await rina.tries('custody/complain', complaint({ aboutAgency: 'KESRA' }));
  const byDefault = complaint({});
  const sent = await rina.does('custody/complain', byDefault);
  const chosen = await rina.does(
    'custody/complain',
    complaint({ toAgency: 'DINKES', said: 'Zzlain halnya.' }),
  );

  expect([inside, above, itself].map((it) => [it.body.code, it.body.field])).toEqual([
    ['complaint-not-outside', 'toAgency'],
    ['complaint-not-outside', 'toAgency'],
    ['complaint-not-outside', 'toAgency'],
  ]);
  expect([sent.toAgency, chosen.toAgency]).toEqual(['KESRA', 'DINKES']);
  expect((await eko.get('/api/custody/complaints')).text).toContain('Zzsuara');
  expect((await hadi.get('/api/custody/complaints')).text).toContain('Zzlain');
  expect((await hadi.get('/api/custody/complaints')).text).not.toContain('Zzsuara');
  for (const username of ['beni.mako', 'rina.lapangan', 'sari.peksos', 'dewi.penyelia'] as const)
    expect((await (await app.as(username)).get('/api/custody/complaints')).text).not.toContain('Zz');
  expect(
    (
      await hadi.tries('custody/answer-complaint', {
        complaintId: byDefault.complaintId,
        answer: 'Bukan kami.',
      })
    ).status,
  ).toBe(404);
  await eko.does('custody/answer-complaint', {
    complaintId: byDefault.complaintId,
    answer: 'Gitar dikembalikan hari ini.',
  });
  expect((await eko.get('/api/custody/complaints')).body.items[0].answer).toBe(
    'Gitar dikembalikan hari ini.',
  );
});

test('a complaint does not go where nobody would read it, and an answer is given once', async () => {
  const [rina, eko] = [await app.as('rina.lapangan'), await app.as('eko.kesra')];
  const complaint = (toAgency: string) => ({
    complaintId: uuidv7(),
    aboutAgency: 'SATPOL_PP',
    toAgency,
    subject: 'TREATMENT',
    said: 'Zzsekali saja.',
    saidBy: 'child',
  });
  const read = complaint('KESRA');

  const unread = await rina.tries('custody/complain', complaint('LKAAM'));
  await rina.does('custody/complain', read);
  const answer = (text: string) =>
    eko.tries('custody/answer-complaint', { complaintId: read.complaintId, answer: text });
  const [first, second] = [await answer('Sudah dibicarakan.'), await answer('Lain lagi.')];

  expect([unread.body.code, unread.body.field]).toEqual(['complaint-unread', 'toAgency']);
  expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'complaint-answered']);
  const { items } = (await eko.get('/api/custody/complaints')).body;
  expect(items.find((it: { complaintId: string }) => it.complaintId === read.complaintId).answer).toBe(
    'Sudah dibicarakan.',
  );
});

test('the agencies offered for a complaint are those that take it, and no others do', async () => {
  const rina = await app.as('rina.lapangan');
  const agencies: { agencyCode: string }[] = (await rina.get('/api/agencies')).body.items;
  const colleagues = (await rina.get('/api/staff')).body.items;
  const about = 'SATPOL_PP';
  const offered = readingAgencies(agencies, colleagues, about).map((it) => it.agencyCode);
  const answers = new Map<string, string>();
  for (const { agencyCode: toAgency } of agencies) {
    const complaint = { complaintId: uuidv7(), aboutAgency: about, subject: 'TREATMENT', said: 'Zzuji.' };
    const { body } = await rina.tries('custody/complain', { ...complaint, saidBy: 'child', toAgency });
    answers.set(toAgency, body.code ?? 'taken');
  }

  expect(offered).toEqual(expect.arrayContaining(['DINKES', 'DISDIK', 'DINSOS_KOTA', 'KESRA']));
  expect(agencies.length).toBeGreaterThan(offered.length + 20);
  expect(new Set(offered.map((it) => answers.get(it)))).toEqual(new Set(['taken']));
  const others = agencies.filter((it) => !offered.includes(it.agencyCode) && it.agencyCode !== about);
  expect(new Set(others.map((it) => answers.get(it.agencyCode)))).toEqual(new Set(['complaint-unread']));
});

test('with the application’s lock open, the database alone keeps the desk from a child it has handed over, and from complaints about it', async () => {
  const [rina, beni, sari] = [
    await open.as('rina.lapangan'),
    await open.as('beni.mako'),
    await open.as('sari.peksos'),
  ];
  const met = await meet(open, { team: ['rina.lapangan'] });
  const custodyId = await takenIn(rina, met);
  const toDesk = handingOver(custodyId, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  await rina.does('custody/hand-over', toDesk);
  await rina.does('custody/complain', {
    complaintId: uuidv7(),
    personId: met.personId,
    aboutAgency: 'SATPOL_PP',
    subject: 'PLACE',
    said: 'Zzsuara lain.',
    saidBy: 'child',
  });
  const held = await beni.get(`/api/custody/${toDesk.toCustodyId}`);
  const strangers = await sari.get(`/api/custody/${toDesk.toCustodyId}`);
  const toDinsos = handingOver(toDesk.toCustodyId);
  await beni.does('custody/hand-over', toDinsos);

  expect([held.status, strangers.status]).toEqual([200, 404]);
  for (const path of [
    `/api/custody/${toDesk.toCustodyId}`,
    `/api/custody/${toDinsos.toCustodyId}`,
    `/api/persons/${met.personId}`,
  ])
    expect([path, (await beni.get(path)).status]).toEqual([path, 404]);
  for (const path of [
    '/api/custody/board',
    '/api/custody/recent',
    '/api/custody/disputed',
    '/api/custody/awaiting',
    '/api/persons',
  ])
    expect((await beni.get(path)).text).not.toContain(met.personId);
  expect((await beni.get('/api/custody/complaints')).text).not.toContain('Zzsuara');
  expect((await sari.get(`/api/custody/${toDinsos.toCustodyId}`)).status).toBe(200);
});

test('an answer to a complaint about a child is in the log of that child', async () => {
  const [rina, eko] = [await app.as('rina.lapangan'), await app.as('eko.kesra')];
  const { personId } = await meet(app);
  const complaint = { aboutAgency: 'SATPOL_PP', subject: 'TREATMENT', said: 'Zzdidorong.', saidBy: 'child' };
  const [named, unnamed] = [uuidv7(), uuidv7()];
  await rina.does('custody/complain', { ...complaint, complaintId: named, personId });
  await rina.does('custody/complain', { ...complaint, complaintId: unnamed });
  const loggedOn = async (complaintId: string) => {
    await eko.does('custody/answer-complaint', { complaintId, answer: 'Sudah dibicarakan.' });
    const found = await app.admin.query(
      `select persons from app.audit_rows where act = 'complaint.answered' and on_id = $1`,
      [complaintId],
    );
    return found.rows.map((row) => row.persons);
  };

  expect(await loggedOn(named)).toEqual([[personId]]);
  expect(await loggedOn(unnamed)).toEqual([[]]);
});
