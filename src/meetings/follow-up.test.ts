import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { adopted, dayIn, draft, heldMeeting, reportInput } from '#test/held-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const listOf = async (name: CastName, search = ''): Promise<Body> =>
  (await (await app.as(name)).get(`/api/follow-up${search}`)).body;
const idsOf = (body: Body): string[] => body.items.map((it: Body) => it.actionId);

test('the agency that answers for an action reports on it, and every report stays', async () => {
  const { actionId } = await adopted(app);
  const hadi = await app.as('hadi.dinkes');
  await hadi.does('follow-up/report', reportInput(actionId));
  await hadi.does(
    'follow-up/report',
    reportInput(actionId, { state: 'stuck', obstacle: 'Anggaran belum cair' }),
  );
  const again = reportInput(actionId, { state: 'done', progress: 100, text: 'Selesai' });
  const id = uuidv7();
  await hadi.does('follow-up/report', again, { id });
  await hadi.does('follow-up/report', again, { id });
  const after = await hadi.tries('follow-up/report', reportInput(actionId));

  const record = (await hadi.get(`/api/follow-up/${actionId}`)).body;
  expect(record.updates.map((it: Body) => [it.state, it.progress, it.obstacle])).toEqual([
    ['done', 100, ''],
    ['stuck', 40, 'Anggaran belum cair'],
    ['in_progress', 40, ''],
  ]);
  expect(record.updates[0]).toMatchObject({ agencyCode: 'DINKES', by: 'Hadi Dinkes' });
  expect(record.action).toMatchObject({ state: 'done', progress: 100, late: false });
  expect(after.body.code).toBe('action-closed');
  const audit = await app.admin.query(
    `select count(*)::int as n from app.audit_rows where act = 'action.reported' and on_id = $1`,
    [actionId],
  );
  expect(audit.rows[0].n).toBe(3);
});

test('a report that contradicts itself is refused at its field', async () => {
  const { actionId } = await adopted(app);
  const hadi = await app.as('hadi.dinkes');
  const refused = async (changes: Record<string, unknown>) => {
    const { body } = await hadi.tries('follow-up/report', reportInput(actionId, changes));
    return [body.code, body.field];
  };

  expect(await refused({ state: 'stuck' })).toEqual(['report-without-obstacle', 'obstacle']);
  expect(await refused({ state: 'done' })).toEqual(['report-progress', 'progress']);
  expect(await refused({ state: 'not_started' })).toEqual(['report-progress', 'progress']);
  expect((await refused({ progress: 101 }))[0]).toBe('input-invalid');
  expect((await refused({ state: 'cancelled' }))[0]).toBe('input-invalid');
  expect((await refused({}))[0]).toBeUndefined();
});

test('only the owner reports; the host alone cancels and opens again; a supporter and one invited read', async () => {
  const meetingId = await heldMeeting(app, { invited: ['LKAAM'] });
  const { actionId } = await adopted(app, { meetingId });
  const statusOf = async (name: CastName, act: string) => {
    const input =
      act === 'report' ? reportInput(actionId) : { actionId, updateId: uuidv7(), reason: 'Tidak perlu' };
    return (await (await app.as(name)).tries(`follow-up/${act}`, input)).status;
  };
  const opened = async (name: CastName) => {
    const { status, body } = await (await app.as(name)).get(`/api/follow-up/${actionId}`);
    return status === 200 ? [body.standing, body.abilities, body.meeting !== null] : status;
  };

  expect(await opened('eko.kesra')).toEqual(['host', ['cancel'], true]);
  expect(await opened('hadi.dinkes')).toEqual(['owner', ['report', 'addEvidence'], false]);
  expect(await opened('nita.disdik')).toEqual(['supporter', ['addEvidence'], false]);
  expect(await opened('uni.lkaam')).toEqual(['reader', [], true]);
  expect(await opened('arif.kuranji')).toBe(404);
  for (const name of ['eko.kesra', 'nita.disdik', 'uni.lkaam'] as const)
    expect([name, await statusOf(name, 'report')]).toEqual([name, 403]);
  expect(await statusOf('arif.kuranji', 'report')).toBe(404);
  expect([await statusOf('hadi.dinkes', 'cancel'), await statusOf('dewi.penyelia', 'cancel')]).toEqual([
    403, 404,
  ]);
  expect([await statusOf('eko.kesra', 'cancel'), await statusOf('eko.kesra', 'cancel')]).toEqual([200, 409]);
  expect([await statusOf('eko.kesra', 'reopen'), await statusOf('eko.kesra', 'reopen')]).toEqual([200, 409]);
  expect(await statusOf('hadi.dinkes', 'report')).toBe(200);
});

test('the list holds what concerns the viewer’s agency, by its day, and filters say which', async () => {
  const meetingId = await heldMeeting(app);
  const mine = await adopted(app, {
    meetingId,
    responsibleAgency: 'KEC_13.71.09',
    supporters: [],
    dueOn: dayIn(3),
  });
  const helped = await adopted(app, {
    meetingId,
    responsibleAgency: 'KAN',
    supporters: ['KEC_13.71.09'],
    dueOn: dayIn(1),
  });
  const others = await adopted(app, {
    meetingId,
    responsibleAgency: 'KNPI',
    supporters: [],
    dueOn: dayIn(2),
  });
  const late = await adopted(app, {
    meetingId,
    responsibleAgency: 'KEC_13.71.09',
    supporters: [],
    dueOn: dayIn(4),
  });
  await app.admin.query(`update app.actions set due_on = current_date - 9 where action_id = $1`, [
    late.actionId,
  ]);

  expect(idsOf(await listOf('lina.kecamatan'))).toEqual([late.actionId, helped.actionId, mine.actionId]);
  expect(idsOf(await listOf('lina.kecamatan', '?whose=own'))).toEqual([late.actionId, mine.actionId]);
  expect(idsOf(await listOf('lina.kecamatan', '?whose=supported'))).toEqual([helped.actionId]);
  expect(idsOf(await listOf('lina.kecamatan', '?show=late'))).toEqual([late.actionId]);
  expect((await listOf('lina.kecamatan', '?whose=own')).counts).toEqual({ open: 2, late: 1 });
  expect(idsOf(await listOf('eko.kesra', '?agency=KNPI'))).toEqual([others.actionId]);
  expect(idsOf(await listOf('eko.kesra'))).toEqual(
    expect.arrayContaining([mine, helped, others, late].map((it) => it.actionId)),
  );
  expect(idsOf(await listOf('yeni.rumahsinggah'))).toEqual([]);
});

test('a long list comes page by page, each action once', async () => {
  const { decisionId, actionId } = await adopted(app, { responsibleAgency: 'LPM', supporters: [] });
  await app.admin.query(
    `insert into app.actions (city, action_id, decision_id, number, what, responsible_agency, due_on, adopted)
     select '13.71', gen_random_uuid(), $1, n + 1, 'Tindak lanjut ' || n, 'LPM', current_date + n % 7, true from generate_series(1, 119) n`,
    [decisionId],
  );
  const seen: string[] = [];
  const days: string[] = [];
  let next = '';
  do {
    const page = await listOf('eko.kesra', `?agency=LPM${next && `&after=${next}`}`);
    seen.push(...idsOf(page));
    days.push(...page.items.map((it: Body) => it.dueOn));
    next = page.next ?? '';
  } while (next);

  expect([seen.length, new Set(seen).size, seen.includes(actionId)]).toEqual([120, 120, true]);
  expect(days).toEqual([...days].sort());
  expect((await listOf('eko.kesra', '?agency=LPM')).counts.open).toBe(100);
});

test('Hari ini asks an agency for what it promised, and the coordinator for what is late elsewhere and not adopted yet', async () => {
  const meetingId = await heldMeeting(app);
  const soon = await adopted(app, {
    meetingId,
    responsibleAgency: 'DISDIK',
    supporters: [],
    dueOn: dayIn(3),
  });
  const later = await adopted(app, {
    meetingId,
    responsibleAgency: 'DISDIK',
    supporters: [],
    dueOn: dayIn(40),
  });
  const raised = await adopted(app, { meetingId, responsibleAgency: 'DISDIK', supporters: [] });
  await app.admin.query(
    `update app.actions set due_on = current_date - 9, escalated = 1 where action_id = $1`,
    [raised.actionId],
  );
  await draft(app, meetingId);
  const asked = async (name: CastName) => {
    const { items } = (await (await app.as(name)).get('/api/today')).body;
    return items
      .filter((it: Body) => ['action', 'raised', 'decision'].includes(it.kind))
      .map((it: Body) => [it.kind, it.id, it.late]);
  };

  const nita = await asked('nita.disdik');
  const eko = await asked('eko.kesra');
  expect(nita).toEqual([
    ['action', raised.actionId, true],
    ['action', soon.actionId, false],
  ]);
  expect(JSON.stringify(nita)).not.toContain(later.actionId);
  expect(eko).toContainEqual(['raised', raised.actionId, true]);
  expect(eko).toContainEqual(['decision', meetingId, false]);
  expect(await asked('lina.kecamatan')).not.toContainEqual(['action', soon.actionId, false]);
});
