import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import {
  invitationsOf,
  invitedMeeting,
  type ListedInvitation,
  linkOf,
  sendForm,
} from '#test/meeting-scene.ts';
import { plannedMeeting } from '#test/planned-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const villages = 'Kepala Seksi Pemberdayaan Masyarakat';

async function meeting(changes: Record<string, unknown> = {}): Promise<string> {
  const it = plannedMeeting(changes);
  await (await app.as('eko.kesra')).does('meetings/plan', it);
  return it.meetingId;
}

const listed = (meetingId: string) => invitationsOf(app, meetingId);

async function onlyOne(meetingId: string): Promise<ListedInvitation> {
  const [one] = await listed(meetingId);
  if (!one) throw new Error('nobody is invited');
  return one;
}

const reply = (meetingId: string, invitationId: string, changes: Record<string, unknown> = {}) => ({
  meetingId,
  invitationId,
  answer: 'coming',
  delegateName: '',
  delegateOffice: '',
  note: '',
  ...changes,
});

test('a rule invites that office at every kelurahan and kecamatan of the city, and twice adds nobody', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await meeting();
  const first = await eko.does('meetings/invite-by-rule', { meetingId, rule: 'VILLAGES', office: villages });
  const again = await eko.does('meetings/invite-by-rule', { meetingId, rule: 'VILLAGES', office: villages });
  const districts = await eko.does('meetings/invite-by-rule', {
    meetingId,
    rule: 'DISTRICTS',
    office: 'Kepala Seksi Kesejahteraan Sosial',
  });
  const items = await listed(meetingId);

  expect(first).toMatchObject({ added: 104, already: 0 });
  expect(again).toMatchObject({ added: 0, already: 104 });
  expect(districts.added).toBe(11);
  expect(items.map((it) => it.number)).toEqual(Array.from({ length: 115 }, (_, n) => n + 1));
  expect(new Set(items.map((it) => it.agencyCode)).size).toBe(115);
  expect(items[0]).toMatchObject({
    office: villages,
    rule: 'VILLAGES',
    areaCode: '13.71.01.1001',
    state: 'invited',
  });
});

test('the agencies see the meeting once its invitations are out, and answer for themselves alone', async () => {
  const eko = await app.as('eko.kesra');
  const hadi = await app.as('hadi.dinkes');
  const meetingId = await meeting();
  await eko.does('meetings/invite-agencies', { meetingId, agencies: ['DINKES', 'DISDIK'], office: 'Kepala' });
  const before = await hadi.get(`/api/meetings/${meetingId}`);
  await eko.does('meetings/issue-invitations', { meetingId });
  const after = await hadi.get(`/api/meetings/${meetingId}`);
  const own = await hadi.get(`/api/meetings/${meetingId}/invitations?show=all`);
  const [dinkes, disdik] = (await listed(meetingId)) as [ListedInvitation, ListedInvitation];
  const nameless = await hadi.tries(
    'meetings/reply',
    reply(meetingId, dinkes.invitationId, { answer: 'delegated' }),
  );
  await hadi.does(
    'meetings/reply',
    reply(meetingId, dinkes.invitationId, {
      answer: 'delegated',
      delegateName: 'Wakil Contoh',
      note: 'Terlambat sedikit',
    }),
  );
  const others = await hadi.tries('meetings/reply', reply(meetingId, disdik.invitationId));
  const stranger = await (await app.as('arif.kuranji')).tries(
    'meetings/reply',
    reply(meetingId, dinkes.invitationId),
  );
  const [answered] = await listed(meetingId);

  expect([before.status, after.status]).toEqual([404, 200]);
  expect(after.body).toMatchObject({ standing: 'invited', abilities: ['reply'] });
  expect(own.body.items.map((it: { agencyCode: string }) => it.agencyCode)).toEqual(['DINKES']);
  expect(own.body.items[0].mayReply).toBe(true);
  expect([nameless.body.code, nameless.body.field]).toEqual(['delegate-missing', 'delegateName']);
  expect([others.body.code, stranger.body.code]).toEqual(['not-found', 'not-found']);
  expect(answered).toMatchObject({
    state: 'delegated',
    delegateName: 'Wakil Contoh',
    note: 'Terlambat sedikit',
  });
});

test('what cannot be invited is refused at its field: a dissolved agency, an unknown one, the same person twice', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await meeting();
  await app.admin.query(`update app.agencies set valid_to = current_date where agency_code = 'KNPI'`);
  const dissolved = await eko.tries('meetings/invite-agencies', {
    meetingId,
    agencies: ['DINKES', 'KNPI'],
    office: 'Ketua',
  });
  const bodies = await eko.does('meetings/invite-by-rule', { meetingId, rule: 'BODIES', office: 'Ketua' });
  const person = { meetingId, name: 'Narasumber Contoh', office: 'Dosen', email: '' };
  await eko.does('meetings/invite-person', { ...person, invitationId: uuidv7() });
  const twice = await eko.tries('meetings/invite-person', { ...person, invitationId: uuidv7() });
  const address = await eko.tries('meetings/invite-person', {
    ...person,
    invitationId: uuidv7(),
    name: 'Orang Lain',
    email: 'bukan alamat',
  });
  const items = await listed(meetingId);
  await app.admin.query(`update app.agencies set valid_to = null where agency_code = 'KNPI'`);

  expect(dissolved.body).toMatchObject({ code: 'agency-not-standing', field: 'agencies' });
  expect(dissolved.body.message).toContain('Komite Nasional Pemuda Indonesia');
  expect(bodies.added).toBeGreaterThan(4);
  expect(items.map((it) => it.agencyCode)).not.toContain('KNPI');
  expect(items.map((it) => it.agencyCode)).not.toContain('DINKES');
  expect([twice.body.code, twice.body.field]).toEqual(['already-invited', 'name']);
  expect(address.body.fields[0].field).toBe('email');
});

test('an empty list is not sent out, and an invitation taken back can be given anew', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await meeting();
  const empty = await eko.tries('meetings/issue-invitations', { meetingId });
  await eko.does('meetings/invite-agencies', { meetingId, agencies: ['DINKES'], office: 'Kepala' });
  await eko.does('meetings/issue-invitations', { meetingId });
  const it = await onlyOne(meetingId);
  const path = await linkOf(app, meetingId, it.invitationId);
  await eko.does('meetings/withdraw-invitation', { meetingId, invitationId: it.invitationId });
  const gone = await app.nobody.get(path);
  const answer = await sendForm(app, path, { act: 'reply', answer: 'coming' });
  const seen = await (await app.as('hadi.dinkes')).get(`/api/meetings/${meetingId}`);
  const anew = await eko.does('meetings/invite-agencies', {
    meetingId,
    agencies: ['DINKES'],
    office: 'Kepala',
  });

  expect(empty.body.code).toBe('nobody-invited');
  expect(gone.text).toContain('ditarik kembali');
  expect(answer.statusCode).toBe(422);
  expect(seen.status).toBe(404);
  expect(anew.added).toBe(1);
});

test('the link answers without an account and without script, says what it took, and keeps what was typed wrong', async () => {
  const { meetingId } = await invitedMeeting(app, ['DINKES']);
  const it = await onlyOne(meetingId);
  const path = await linkOf(app, meetingId, it.invitationId);
  const page = await app.nobody.get(path);
  const nameless = await sendForm(app, path, {
    act: 'reply',
    answer: 'delegated',
    delegateName: '',
    note: 'Salam <b>hormat</b>',
  });
  const none = await sendForm(app, path, { act: 'reply' });
  const done = await sendForm(app, path, { act: 'reply', answer: 'delegated', delegateName: 'Wakil Contoh' });
  const changed = await sendForm(app, path, { act: 'reply', answer: 'declined', note: 'Dinas luar' });
  const after = await onlyOne(meetingId);

  expect(page.status).toBe(200);
  expect(page.text).not.toContain('<script');
  expect(page.text).toContain('Aula Balai Kota');
  expect(nameless.statusCode).toBe(422);
  expect(nameless.body).toContain('Salam &lt;b&gt;hormat&lt;/b&gt;');
  expect(nameless.body).toContain('Tulis nama yang mewakili.');
  expect(none.body).toContain('Pilih salah satu jawaban.');
  expect([done.statusCode, changed.statusCode]).toEqual([200, 200]);
  expect(done.body).toContain('diwakili Wakil Contoh');
  expect(after).toMatchObject({ state: 'declined', delegateName: '', note: 'Dinas luar' });
});

test('a made-up link finds nothing, another’s answer stays closed to it, and after the start it is too late', async () => {
  const { meetingId } = await invitedMeeting(app, ['DINKES']);
  const it = await onlyOne(meetingId);
  const path = await linkOf(app, meetingId, it.invitationId);
  const made = await app.nobody.get(`/u/${'A'.repeat(43)}`);
  const short = await sendForm(app, '/u/abc', { act: 'reply', answer: 'coming' });
  const elsewhere = await app.server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: 'act=reply&answer=coming',
  });
  app.setNow(new Date(Date.now() + 11 * 86_400_000));
  const late = await sendForm(app, path, { act: 'reply', answer: 'coming' });
  app.setNow(null);
  const after = await onlyOne(meetingId);

  expect([made.status, short.statusCode, elsewhere.statusCode]).toEqual([404, 404, 403]);
  expect(late.body).toContain('Rapat sudah mulai');
  expect(after.state).toBe('invited');
});

test('the calendar file is one for each meeting, grows with its changes, and holds no name of who is invited', async () => {
  const eko = await app.as('eko.kesra');
  const it = plannedMeeting({ title: 'Rapat; dengan, tanda' });
  await eko.does('meetings/plan', it);
  await eko.does('meetings/invite-person', {
    meetingId: it.meetingId,
    invitationId: uuidv7(),
    name: 'Narasumber Contoh',
    office: 'Dosen',
    email: 'contoh@example.id',
  });
  const row = await onlyOne(it.meetingId);
  const path = await linkOf(app, it.meetingId, row.invitationId);
  const file = await app.nobody.get(`${path}/undangan.ics`);
  const own = await eko.get(`/api/meetings/${it.meetingId}/calendar`);

  for (const text of [file.text, own.text]) {
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain(`UID:${it.meetingId}@rangkul`);
    expect(text).toContain('SUMMARY:Rapat\\; dengan\\, tanda');
    expect(text).not.toContain('Narasumber');
    expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true);
  }
  expect(file.text).toContain('SEQUENCE:1');
});

test('all 104 kelurahan answer within one minute from one address, and a link that is hammered is held up alone', async () => {
  const narrow = await openTestApp({ requestsPerMinute: 300 });
  const eko = await narrow.as('eko.kesra');
  const it = plannedMeeting();
  await eko.does('meetings/plan', it);
  await eko.does('meetings/invite-by-rule', { meetingId: it.meetingId, rule: 'VILLAGES', office: villages });
  await eko.does('meetings/issue-invitations', { meetingId: it.meetingId });
  const paths: string[] = [];
  for (const { invitationId } of await invitationsOf(narrow, it.meetingId))
    paths.push(await linkOf(narrow, it.meetingId, invitationId));
  const ask = (method: 'GET' | 'POST', url: string) =>
    narrow.server.inject({
      method,
      url,
      ...(method === 'POST'
        ? {
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: 'act=reply&answer=coming',
          }
        : {}),
    });
  const begun = performance.now();
  const codes = await Promise.all(
    paths.map(async (path) => [
      (await ask('GET', path)).statusCode,
      (await ask('POST', path)).statusCode,
      (await ask('GET', path)).statusCode,
      (await ask('GET', `${path}/undangan.ics`)).statusCode,
    ]),
  );
  const seconds = (performance.now() - begun) / 1000;
  const counts = (await eko.get(`/api/meetings/${it.meetingId}`)).body.counts;
  const hammered: number[] = [];
  for (let n = 0; n < 70; n++) hammered.push((await ask('GET', paths[0] ?? '')).statusCode);
  const neighbour = await ask('GET', paths[1] ?? '');
  const madeUp: number[] = [];
  for (let n = 0; n < 300; n++)
    madeUp.push((await ask('GET', `/u/${String(n).padStart(43, 'B')}`)).statusCode);
  await narrow.close();

  expect(paths).toHaveLength(104);
  expect(codes.flat().every((code) => code === 200)).toBe(true);
  expect(seconds).toBeLessThan(60);
  expect(counts).toMatchObject({ invited: 104, coming: 104 });
  expect(hammered.at(-1)).toBe(429);
  expect(neighbour.statusCode).toBe(200);
  expect(madeUp.at(-1)).toBe(429);
}, 120_000);
