import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeExport } from '#meetings/jobs/exports.ts';
import { namesInZip } from '#platform/files/content.ts';
import { prepareQueue } from '#platform/jobs/worker.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { paperScene, signatory } from '#test/paper-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await prepareQueue(app.jobs);
});
afterAll(() => app.close());

const run = (exportId: string) =>
  makeExport({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } }, exportId);
const ask = async (meetingId: string, kind: string, exportId = uuidv7()) => {
  const eko = await app.as('eko.kesra');
  return eko.tries('exports/ask', { exportId, meetingId, kind, purpose: 'Rapat koordinasi' });
};
const download = async (who: Parameters<TestApp['as']>[0], exportId: string) =>
  app.server.inject({
    method: 'GET',
    url: `/api/exports/${exportId}/file`,
    headers: { cookie: await app.cookie(who) },
  });

test('the letters of everybody invited come as one file, with how far it is', async () => {
  const { meetingId } = await paperScene(app, { invited: 27 });
  const early = await ask(meetingId, 'INVITATIONS');
  const eko = await app.as('eko.kesra');
  await eko.does('letters/issue', { letterId: uuidv7(), meetingId, kind: 'INVITATION', signatory });
  const asked = await ask(meetingId, 'INVITATIONS');
  const { exportId } = asked.body.result;
  const waiting = await eko.get(`/api/exports/${exportId}`);
  const queued = await app.admin.query(`select payload from graphile_worker._private_jobs where key = $1`, [
    exportId,
  ]);

  await run(exportId);

  expect(early).toMatchObject({ status: 409, body: { code: 'letter-not-issued', field: 'kind' } });
  expect(asked.body.result).toMatchObject({ state: 'queued', names: 0 });
  expect(queued.rows).toEqual([{ payload: { exportId } }]);
  expect(waiting.body).toMatchObject({ state: 'queued', done: 0, abilities: [] });
  expect((await eko.get(`/api/exports/${exportId}`)).body).toMatchObject({
    state: 'done',
    done: 27,
    total: 27,
    abilities: ['download'],
  });
  const file = await download('eko.kesra', exportId);
  expect(file.headers['content-type']).toBe('application/zip');
  const names = namesInZip(file.rawPayload);
  expect(names.slice(0, 3)).toEqual([
    'cetak/undangan-001-025.pdf',
    'cetak/undangan-026-027.pdf',
    'surat/001-pejabat-1.pdf',
  ]);
  expect(names).toHaveLength(29);
});

test('50 names go out alone; with one more a second person is needed, who is not the first', async () => {
  const few = await paperScene(app, { invited: 60, named: 50 });
  const many = await paperScene(app, { invited: 60, named: 51 });
  const eko = await app.as('eko.kesra');
  const agus = await app.as('agus.admin');
  const hadi = await app.as('hadi.dinkes');

  const alone = await ask(few.meetingId, 'INVITATION_LIST');
  const asked = await ask(many.meetingId, 'INVITATION_LIST');
  const { exportId } = asked.body.result;
  const tooEarly = await download('eko.kesra', exportId);
  await run(exportId);
  const notMade = await eko.get(`/api/exports/${exportId}`);
  const own = await eko.tries('exports/allow', { exportId });
  const stranger = await hadi.tries('exports/allow', { exportId });
  const seen = await agus.get('/api/exports');
  await agus.does('exports/allow', { exportId });
  const twice = await agus.tries('exports/refuse', { exportId, reason: 'berubah pikiran' });
  await run(exportId);

  expect(alone.body.result).toMatchObject({ state: 'queued', names: 50 });
  expect(asked.body.result).toMatchObject({ state: 'asked', names: 51 });
  expect(tooEarly.statusCode).toBe(404);
  expect(notMade.body.state).toBe('asked');
  expect(own).toMatchObject({ status: 403, body: { code: 'export-own' } });
  expect(stranger.status).toBe(403);
  expect(seen.body.items.find((it: { exportId: string }) => it.exportId === exportId)).toMatchObject({
    names: 51,
    abilities: ['allow', 'refuse'],
  });
  expect(twice.body.code).toBe('export-decided');
  expect((await download('eko.kesra', exportId)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await download('agus.admin', exportId)).statusCode).toBe(200);
  expect((await download('dewi.penyelia', exportId)).statusCode).toBe(404);
});

test('the list of who came is no way around the second person', async () => {
  const { meetingId } = await paperScene(app, { invited: 60, named: 51 });
  const eko = await app.as('eko.kesra');
  const path = `/api/meetings/${meetingId}/documents/ATTENDANCE`;
  const small = await paperScene(app, { invited: 3, named: 2 });

  const refused = await eko.get(path);
  const issued = await eko.tries('letters/issue', {
    letterId: uuidv7(),
    meetingId,
    kind: 'ATTENDANCE',
    signatory,
  });

  expect(refused).toMatchObject({ status: 409, body: { code: 'export-needed' } });
  expect(issued.status).toBe(200);
  const issuedFile = await eko.get(`${path}?letterId=${issued.body.result.letterId}`);
  expect(issuedFile.body.code).toBe('export-needed');
  expect(
    (await eko.get(`/api/meetings/${small.meetingId}/documents/ATTENDANCE`)).text.startsWith('%PDF-'),
  ).toBe(true);
});

test('the database itself lets no file with more than 50 names be made on one person’s word', async () => {
  const { meetingId } = await paperScene(app, { invited: 1 });
  const eko = await app.as('eko.kesra');
  await eko.does('letters/issue', { letterId: uuidv7(), meetingId, kind: 'INVITATION', signatory });
  const { exportId } = (await ask(meetingId, 'INVITATIONS')).body.result;
  const set = (names: number) =>
    app.admin.query('update app.exports set names = $2 where export_id = $1', [exportId, names]);

  await expect(set(51)).rejects.toThrow('export_second_person');
  expect((await set(50)).rowCount).toBe(1);
});
