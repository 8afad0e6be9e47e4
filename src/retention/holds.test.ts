// The list of legal holds beside the keys: whatever stands in the database is held back again after a restore.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readList } from '#platform/keys/erasures.ts';
import { replayHolds } from '#platform/keys/holds.ts';
import { runRetention } from '#retention/jobs.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { openCaseOfSari } from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function heldChild(name: string) {
  const { personId } = await openCaseOfSari(app, name);
  const putri = await app.as('putri.ppd');
  await putri.does('retention/hold', { reference: personId, reason: 'Permintaan pengadilan' });
  return { personId, lift: () => putri.tries('retention/lift', { personId, reason: 'Perkara selesai' }) };
}
const listed = (personId: string) =>
  readList(app.keys.folder).flatMap((line) => {
    const { person, hold } = line as { person: string; hold?: string };
    return person === personId && hold ? [hold] : [];
  });
const standing = async (personId: string) =>
  (
    await app.admin.query(
      'select reference from app.legal_holds where person_id = $1 and lifted_at is null',
      [personId],
    )
  ).rowCount;
const night = () =>
  runRetention({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } });

/** A backup from before the hold comes back, and the program starts on it. */
async function restoreOlder(personId: string) {
  await app.admin.query('delete from app.legal_holds where person_id = $1', [personId]);
  await replayHolds(app.jobs, app.keys);
  return standing(personId);
}

test('an end of a hold that the database did not commit is not listed: a restore holds back what held', async () => {
  const { personId, lift } = await heldChild('Rafli Batal');
  await app.admin.query(`
    create function public.fail_late() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
    create constraint trigger fail_late after update on app.legal_holds deferrable initially deferred
      for each row execute function public.fail_late()`);
  const failed = await lift();
  await app.admin.query('drop trigger fail_late on app.legal_holds');

  expect(failed.status).toBeGreaterThanOrEqual(500);
  expect([await standing(personId), listed(personId)]).toEqual([1, ['set']]);
  expect(await restoreOlder(personId)).toBe(1);
});

test('an end that is committed is listed at once; one that a power cut kept from the list by the next night; a restore sets neither again', async () => {
  const { personId, lift } = await heldChild('Rafli Selesai');
  expect((await lift()).status).toBe(200);
  const atOnce = listed(personId);
  await night();

  expect([atOnce, listed(personId)]).toEqual([
    ['set', 'lifted'],
    ['set', 'lifted'],
  ]);
  expect(await restoreOlder(personId)).toBe(0);

  const other = await heldChild('Rafli Terputus');
  await app.admin.query('update app.legal_holds set lifted_at = now() where person_id = $1', [
    other.personId,
  ]);
  await night();
  await night();

  expect(listed(other.personId)).toEqual(['set', 'lifted']);
  expect(await restoreOlder(other.personId)).toBe(0);
});

test('a hold that stands although its end is listed is listed again', async () => {
  const { personId, lift } = await heldChild('Rafli Lagi');
  await lift();
  await app.admin.query('update app.legal_holds set lifted_at = null where person_id = $1', [personId]);
  await night();

  expect(listed(personId)).toEqual(['set', 'lifted', 'set']);
  expect(await restoreOlder(personId)).toBe(1);
});

test('a hold that was set again says so in the reader’s language', async () => {
  const { personId } = await heldChild('Rafli Dipulihkan');
  await restoreOlder(personId);
  const putri = await app.as('putri.ppd');
  const report = async (locale: string) => {
    await putri.does('session/locale', { locale });
    return (await putri.get('/api/retention/report')).text;
  };
  const [indonesian, english] = [await report('id'), await report('en')];

  const words = ['(dipasang lagi setelah pemulihan)', '(set again after a restore)'];
  expect(words.map((it) => indonesian.includes(it))).toEqual([true, false]);
  expect(words.map((it) => english.includes(it))).toEqual([false, true]);
});
