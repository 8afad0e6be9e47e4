import { cityCalendar } from '#areas/queries.ts';
import { disclosePersons, existingAmong, findPersons } from '#persons/queries.ts';
import type { Standing } from '#persons/schema.ts';
import type { WorkingCalendar } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { pageOf } from '#platform/paging.ts';
import type { World } from '#platform/world.ts';
import { mayNeed, revealLifeline } from '#today/access.ts';
import { aftercare, assessment, contact, glassTold, plan } from '#today/queries/casework.ts';
import { presentCustodians } from '#today/queries/custodians.ts';
import {
  breach,
  code,
  complaint,
  erasure,
  glass,
  referralIn,
  referralOut,
  review,
} from '#today/queries/desks.ts';
import { readCustodyDue } from '#today/queries/held.ts';
import { action, decision, raised } from '#today/queries/meetings.ts';
import { type Found, readSource, type Source } from '#today/queries/source.ts';
import { belonging, dispute, met, operation } from '#today/queries/street.ts';
import { byClock, isLate, keyOf, waitsForOthers, workingDaysLeft } from '#today/rules.ts';
import { type TodayItem, type TodayKind, todayKinds, type Waiting } from '#today/schema/today.ts';

const sources = {
  met,
  dispute,
  operation,
  contact,
  assessment,
  plan,
  aftercare,
  referralIn,
  referralOut,
  breach,
  action,
  raised,
  decision,
  review,
  glass,
  glassTold,
  complaint,
  erasure,
  belonging,
  code,
} satisfies Record<Exclude<TodayKind, 'custody'>, Source>;

const week = 7 * 24 * 60 * 60_000;
const inWorkingDays: readonly TodayKind[] = ['referralIn', 'referralOut', 'breach'];

type After = { readonly at: string; readonly key: string };

// One more than is ever said of a kind: "more than a hundred" is true of any number beyond it.
const counted = 101;

/** Every source of the viewer's roles, each in the order of its clock. */
async function readSources(
  tx: Tx,
  viewer: Viewer,
  { after, most, world }: { after: After | null; most: number; world: World },
): Promise<Found[][]> {
  const now = world.now();
  const ask = { now, until: new Date(now.getTime() + week), after, most };
  const lists: Found[][] = [];
  for (const kind of todayKinds) {
    if (!mayNeed(viewer, kind)) continue;
    if (kind === 'custody') lists.push(await readCustodyDue(tx, viewer, { ask, world }));
    else lists.push(await readSource(tx, { kind, source: sources[kind], viewer, ask }));
  }
  return lists;
}

/** What needs the viewer, by the clock, with the persons whose identity it showed; the first page says how many there are. */
export async function listToday(
  tx: Tx,
  viewer: Viewer,
  { after, world }: { after: After | null; world: World },
): Promise<{ items: TodayItem[]; next: string | null; waiting: Waiting; shown: string[] }> {
  const lists = await readSources(tx, viewer, { after, most: after ? 51 : counted, world });
  const page = pageOf(byClock(lists), (row) => ({ at: row.at.toISOString(), key: keyOf(row) }));
  const { items, shown } = await present(tx, viewer, page.items, world);
  const waiting = after ? [] : await countsOf(tx, viewer, lists.flat(), world.now());
  return { items, next: page.next, waiting, shown };
}

/** How many things need the viewer, for every page alike; nobody's identity is opened for it. */
export async function countToday(tx: Tx, viewer: Viewer, world: World): Promise<Waiting> {
  const rows = (await readSources(tx, viewer, { after: null, most: counted, world })).flat();
  return countsOf(tx, viewer, rows, world.now());
}

const personsIn = (rows: readonly Found[]) => [...new Set(rows.flatMap((row) => row.person_id ?? []))];

/** Of each kind how many wait for the viewer, and apart from them what stands still or waits for somebody else. */
async function countsOf(tx: Tx, viewer: Viewer, rows: readonly Found[], now: Date): Promise<Waiting> {
  const known = await existingAmong(tx, viewer, personsIn(rows));
  const exists = rows.filter((row) => row.person_id === null || known.has(row.person_id));
  return todayKinds.flatMap((kind) => {
    const its = exists.filter((row) => row.kind === kind);
    const late = its.filter((row) => isLate(row, now)).length;
    const apart = its.filter((row) => waitsForOthers({ ...row, late: isLate(row, now) })).length;
    return its.length > 0 ? [{ kind, waits: its.length - apart, late, apart }] : [];
  });
}

/** Rows as this viewer may see them: one about somebody who does not exist for the viewer is left out. */
async function present(tx: Tx, viewer: Viewer, rows: readonly Found[], world: World) {
  const ids = personsIn(rows);
  const found = ids.length > 0 ? await findPersons(tx, viewer, ids) : [];
  const { persons, shown } = await disclosePersons(tx, viewer, found, world);
  const knowing = found.filter((row) => seesCustodian(viewer, row.standings)).map((row) => row.person_id);
  const custodians = await presentCustodians(tx, knowing);
  const calendar = await cityCalendar(tx, viewer.city.timeZone);
  const items = rows.flatMap((row): TodayItem[] => {
    const person = persons.find((it) => it.personId === row.person_id) ?? null;
    if (row.person_id && !person) return [];
    const told = row.person_id !== null && knowing.includes(row.person_id);
    return [
      {
        ...itemOf(row, world.now(), calendar),
        person,
        ...(told && row.person_id ? { custodian: custodians.get(row.person_id) ?? null } : {}),
      },
    ];
  });
  return { items, shown };
}

function seesCustodian(viewer: Viewer, standings: readonly Standing[]): boolean {
  return revealLifeline(viewer, standings).custodian;
}

function itemOf(row: Found, now: Date, calendar: WorkingCalendar) {
  return {
    kind: row.kind,
    id: row.id,
    at: row.at.toISOString(),
    since: row.since.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    dueOn: row.due_on,
    workingDays: workingDaysOf(row, now, calendar),
    late: isLate(row, now),
    paused: row.paused,
    caseId: row.case_id,
    caseNumber: row.case_number,
    agencyCode: row.agency_code,
    staff: row.staff,
    code: row.code,
    text: row.text ?? '',
    count: row.count,
  };
}

function workingDaysOf(row: Found, now: Date, calendar: WorkingCalendar): number | null {
  if (row.due_at && inWorkingDays.includes(row.kind)) return workingDaysLeft(row.due_at, now, calendar);
  return null;
}
