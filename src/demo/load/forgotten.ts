// Three years have passed in which the city's retention rules ran every night: what they would have taken by today is
// left out before it is written, so that the first night finds nothing to erase.
import { randomUUID } from 'node:crypto';
import type { Care } from '#demo/load/care.ts';
import type { Casework } from '#demo/load/casework.ts';
import type { People } from '#demo/load/people.ts';
import type { Row } from '#demo/load/rows.ts';
import type { Street } from '#demo/load/street.ts';
import { keptWords } from '#platform/messages.ts';

export type Terms = {
  readonly now: Date;
  /** Months, as the city's folder sets them by default. */
  readonly details: number;
  readonly identity: number;
  readonly adult: number;
  readonly sealed: number;
};
type Sheets = {
  readonly people: People;
  readonly street: Street;
  readonly care: Care;
  readonly work: Casework;
};
type Somebody = {
  members: string[];
  last: string;
  identified: boolean;
  cases: number;
  adultOnly: boolean;
  inOperation: boolean;
};

const gone = keptWords.erased.id;

function before({ now }: Terms, months: number): string {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString();
}

type Taken = { readonly rule: keyof typeof monthsOf; readonly at: string };
const monthsOf = {
  UNIDENTIFIED_DETAILS: 'details',
  IDENTITY_WITHOUT_CASE: 'identity',
  ADULT_IN_OPERATION: 'adult',
  CASE_SEALED: 'sealed',
} as const satisfies Record<string, keyof Terms>;

/** Leaves out what the rules would have taken, seals old cases, and answers the erasures and nightly runs to write down. */
export function forgetByRules(
  sheets: Sheets,
  terms: Terms,
): { erasures: Row<'erasures'>[]; runs: Row<'retention_runs'>[] } {
  const { street, work } = sheets;
  const erasures: Row<'erasures'>[] = [];
  const taken: Taken[] = [];
  for (const row of work.cases.values())
    if (row.state === 'closed' && row.closed_at && iso(row.closed_at) < before(terms, terms.sealed)) {
      row.state = 'sealed';
      taken.push({ rule: 'CASE_SEALED', at: nightAfter(iso(row.closed_at), 'CASE_SEALED', terms) });
    }
  const nameless = new Set<string>();
  const forgotten = new Set<string>();
  for (const it of everybody(sheets)) {
    if (it.cases > 0) continue;
    const rule = ruleFor(it, terms);
    if (!it.identified) for (const id of it.members) nameless.add(id);
    if (!rule) continue;
    for (const person_id of it.members) {
      forgotten.add(person_id);
      const at = nightAfter(it.last, rule, terms);
      erasures.push({ person_id, rule, erased_at: at });
      taken.push({ rule, at });
    }
  }
  const old = new Set<string>();
  for (const it of street.encounters.values()) {
    const person = it.person_id ?? '';
    const past = nameless.has(person) && iso(it.occurred_at) < before(terms, terms.details);
    if (past || forgotten.has(person)) old.add(it.encounter_id);
    const rule = 'UNIDENTIFIED_DETAILS';
    if (past) taken.push({ rule, at: nightAfter(iso(it.occurred_at), rule, terms) });
  }
  keep(street.texts, (it) => !old.has(it.encounter_id));
  keep(street.points, (it) => !old.has(it.encounter_id));
  forgetPersons(sheets, forgotten);
  return { erasures, runs: runsOf(taken, terms) };
}

/** What each night did, rule by rule; a night with nothing to do is left out. */
function runsOf(taken: readonly Taken[], terms: Terms): Row<'retention_runs'>[] {
  const nights = new Map<string, Row<'retention_runs'>[]>();
  for (const { rule, at } of taken) {
    const rows = nights.get(at) ?? [];
    nights.set(at, rows);
    const row = rows.find((it) => it.rule === rule);
    if (row) row.done += 1;
    else {
      const run_id = rows[0]?.run_id ?? randomUUID();
      rows.push({
        run_id,
        rule,
        ran_at: at,
        after_months: terms[monthsOf[rule]],
        done: 1,
        held: 0,
        due_soon: 0,
      });
    }
  }
  return [...nights.values()].flat();
}

// The night in which the rule first applied: half past midnight in Padang.
function nightAfter(last: string, rule: Taken['rule'], terms: Terms): string {
  const night = new Date(last);
  night.setUTCMonth(night.getUTCMonth() + terms[monthsOf[rule]]);
  night.setUTCDate(night.getUTCDate() + 1);
  night.setUTCHours(17, 30, 0, 0);
  return (night < terms.now ? night : terms.now).toISOString();
}

function ruleFor(it: Somebody, terms: Terms): 'ADULT_IN_OPERATION' | 'IDENTITY_WITHOUT_CASE' | null {
  if (!it.identified) return null;
  if (it.adultOnly && it.inOperation && it.last < before(terms, terms.adult)) return 'ADULT_IN_OPERATION';
  return it.last < before(terms, terms.identity) ? 'IDENTITY_WITHOUT_CASE' : null;
}

// Records joined as one person count as one, as app.retention_due counts them.
function everybody({ people, street, care, work }: Sheets): Iterable<Somebody> {
  const standsFor = new Map(people.merges.map((it) => [it.person_id, it.stands_for]));
  const all = new Map<string, Somebody>();
  const of = (personId: string): Somebody => {
    const head = standsFor.get(personId) ?? personId;
    const known = all.get(head) ?? {
      members: [],
      last: '',
      identified: false,
      cases: 0,
      adultOnly: true,
      inOperation: false,
    };
    all.set(head, known);
    return known;
  };
  const contact = (it: Somebody, at: string) => {
    if (at > it.last) it.last = at;
  };
  for (const [id, row] of people.persons) {
    const it = of(id);
    it.members.push(id);
    it.identified ||= people.identities.has(id);
    contact(it, iso(row.recorded_at));
  }
  for (const row of street.encounters.values()) {
    if (!row.person_id) continue;
    const it = of(row.person_id);
    contact(it, iso(row.occurred_at));
    it.adultOnly &&= row.age_class === 'ADULT';
    it.inOperation ||= row.operation_id !== null && row.operation_id !== undefined;
  }
  for (const row of care.intervals.values())
    contact(of(row.person_id), row.ended_at ? iso(row.ended_at) : '9999');
  for (const row of care.fears) of(row.person_id).identified ||= row.whom !== '';
  for (const row of work.cases.values()) of(row.person_id).cases++;
  return all.values();
}

function forgetPersons({ people, care }: Sheets, forgotten: ReadonlySet<string>): void {
  for (const id of forgotten) {
    people.identities.delete(id);
    const row = people.persons.get(id);
    if (row) row.residence_area = null;
    const statements = people.statements.get(id) ?? [];
    people.statements.set(
      id,
      statements.filter((it) => !it.birthDate),
    );
  }
  keep(people.ages, (it) => !(it.birth_date && forgotten.has(it.person_id)));
  keep(care.belongings, (it) => !forgotten.has(it.person_id));
  for (const it of care.steps) if (forgotten.has(it.person_id)) it.note = '';
  for (const it of care.fears) if (forgotten.has(it.person_id)) it.whom = '';
  for (const it of care.handovers)
    if (forgotten.has(it.person_id))
      Object.assign(it, { giver_name: '', receiver_name: '', supervisor_reason: '' });
  for (const it of care.complaints.values())
    if (it.person_id && forgotten.has(it.person_id))
      Object.assign(it, { said: gone, ...(it.answer ? { answer: gone } : {}) });
}

function keep<T>(list: T[], wanted: (it: T) => boolean): void {
  const kept = list.filter(wanted);
  list.length = 0;
  for (const it of kept) list.push(it);
}

function iso(at: unknown): string {
  return at instanceof Date ? at.toISOString() : new Date(String(at)).toISOString();
}
