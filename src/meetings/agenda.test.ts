import { afterAll, beforeAll, expect, test } from 'vitest';
import { isHotSpot, missesTarget } from '#meetings/rules/agenda.ts';
import { type Body, openTestApp, type TestApp } from '#test/app.ts';
import { adopted, agendaInput, heldMeeting } from '#test/held-meeting.ts';
import { refer } from '#test/referred-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const agendaOf = async (meetingId: string): Promise<Body> =>
  (await (await app.as('eko.kesra')).get(`/api/meetings/${meetingId}/agenda`)).body;
const titlesOf = (body: Body): string[] => body.items.map((it: Body) => it.title);

test('the agenda is proposed from facts, and the figures of an item stay as they stood when it was put on', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await heldMeeting(app);
  const { actionId } = await adopted(app, { responsibleAgency: 'KNPI', supporters: [] });
  await app.admin.query('update app.actions set due_on = current_date - 24 where action_id = $1', [actionId]);
  const long = new Date(Date.now() - 30 * 86_400_000).toISOString();
  await refer(app, { sentAt: long, dutyCode: 'SCHOOL_RETURN', toAgency: 'DISDIK' });

  const proposed = (await eko.get(`/api/meetings/${meetingId}/agenda-proposals`)).body.items;
  const breach = proposed.find((it: Body) => it.source === 'BREACHES' && it.key === 'DISDIK');
  const late = proposed.find((it: Body) => it.source === 'OVERDUE_ACTIONS' && it.key === 'KNPI');
  await eko.does(
    'agenda/add',
    agendaInput(meetingId, { ...late, figures: undefined, title: 'KNPI terlambat' }),
  );
  await (await app.as('eko.kesra')).does('follow-up/cancel', {
    actionId,
    updateId: actionId,
    reason: 'Tidak diperlukan lagi',
  });
  const again = await eko.tries('agenda/add', agendaInput(meetingId, { source: late.source, key: late.key }));
  const { items } = await agendaOf(meetingId);

  expect(breach.figures).toEqual({ late: 1, open: 1, escalated: 1 });
  expect(late.figures).toMatchObject({ late: 1, open: 1 });
  expect([23, 24, 25]).toContain(late.figures.oldestDays);
  expect(again.body).toMatchObject({ code: 'agenda-fact-gone', field: 'key' });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ source: 'OVERDUE_ACTIONS', key: 'KNPI', figures: late.figures });
  expect(items[0].frozenAt).not.toBeNull();
});

test('nobody types figures: what a device sends beside the fact is refused', async () => {
  const meetingId = await heldMeeting(app);
  const eko = await app.as('eko.kesra');
  const typed = await eko.tries('agenda/add', { ...agendaInput(meetingId), figures: { late: 99 } });
  const plain = await eko.tries('agenda/add', agendaInput(meetingId));

  expect([typed.status, plain.status]).toEqual([400, 200]);
});

test('items are put in another order all at once, changed and dropped; a closed meeting keeps its agenda', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await heldMeeting(app);
  const items = ['Satu', 'Dua', 'Tiga'].map((title) => agendaInput(meetingId, { title: `Acara ${title}` }));
  for (const it of items) await eko.does('agenda/add', it);
  const [one, two, three] = items.map((it) => it.agendaItemId);

  await eko.does('agenda/order', { meetingId, order: [three, one, two] });
  expect(titlesOf(await agendaOf(meetingId))).toEqual(['Acara Tiga', 'Acara Satu', 'Acara Dua']);
  const lost = await eko.tries('agenda/order', { meetingId, order: [three, one] });
  await eko.does('agenda/drop', { agendaItemId: one });
  await eko.does('agenda/change', {
    agendaItemId: two,
    title: 'Acara kedua',
    minutes: null,
    presenter: 'Kabid',
    notes: '',
  });
  expect(titlesOf(await agendaOf(meetingId))).toEqual(['Acara Tiga', 'Acara kedua']);
  await app.admin.query(`update app.meetings set state = 'closed' where meeting_id = $1`, [meetingId]);
  const closed = await eko.tries('agenda/drop', { agendaItemId: two });

  expect([lost.body.code, closed.body.code]).toEqual(['agenda-order-other', 'agenda-closed']);
  expect((await agendaOf(meetingId)).mayWrite).toBe(false);
});

test('those invited read the agenda and write nothing; to others it does not exist', async () => {
  const meetingId = await heldMeeting(app, { invited: ['LKAAM', 'DINSOS_KOTA'] });
  const item = agendaInput(meetingId);
  await (await app.as('eko.kesra')).does('agenda/add', item);
  const uni = await app.as('uni.lkaam');
  const dewi = await app.as('dewi.penyelia');
  const at = `/api/meetings/${meetingId}`;

  expect((await uni.get(`${at}/agenda`)).body).toMatchObject({
    mayWrite: false,
    items: [{ title: 'Lain-lain' }],
  });
  expect((await (await app.as('hadi.dinkes')).get(`${at}/agenda`)).status).toBe(404);
  expect((await dewi.get(`${at}/agenda-proposals`)).status).toBe(403);
  expect((await dewi.tries('agenda/drop', { agendaItemId: item.agendaItemId })).status).toBe(403);
  expect((await uni.tries('agenda/drop', { agendaItemId: item.agendaItemId })).status).toBe(403);
});

test('a hot spot is more than chance makes of small counts, and a figure of few children misses no target', () => {
  expect([isHotSpot(14, 3), isHotSpot(14, 9), isHotSpot(5, 0), isHotSpot(6, 0)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  const more = { value: 0.85, wants: 'more' } as const;
  const less = { value: 12, wants: 'less' } as const;
  expect(missesTarget({ value: 0.5, of: 40 }, more)).toBe(true);
  expect(missesTarget({ value: 0.5, of: 19 }, more)).toBe(false);
  expect(missesTarget({ value: 0.9, of: 40 }, more)).toBe(false);
  expect(missesTarget({ value: 13, of: 20 }, less)).toBe(true);
  expect(missesTarget({ value: null, of: 0 }, less)).toBe(false);
});
