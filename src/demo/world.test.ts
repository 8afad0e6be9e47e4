import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { codeOf } from '#demo/load/ids.ts';
import { readNik } from '#persons/nik.ts';
import { cityDate, type WorkingCalendar } from '#platform/calendar.ts';
import { citiesFolder, readCityFolder, readCountryLists } from '#platform/city-folder.ts';
import { closedDays, nationalHolidays } from '#platform/national-holidays.ts';
import type { DemoEvent, DemoWorld, Encounter, Key } from './events.ts';
import { createWorld } from './world.ts';

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;

const country = readCountryLists();
const folder = readCityFolder(join(citiesFolder, '13.71'), country);
const timeZone = folder.city.timeZone;
const tuesdayMorning = new Date('2026-11-24T02:40:00Z');
let calendar: WorkingCalendar;
let world: DemoWorld;
let others: DemoWorld[];

beforeAll(async () => {
  const holidays = closedDays(await nationalHolidays(2023, 2030), folder.holidays);
  calendar = { timeZone, weekdays: folder.settings.workingWeekdays.value, holidays };
  world = createWorld({ folder, calendar, now: tuesdayMorning });
  // Half past midnight of a first, a Sunday, Independence Day, and another seed.
  const moments = ['2027-06-30T17:30:00Z', '2026-11-29T08:00:00Z', '2026-08-17T03:00:00Z'];
  others = moments.map((now, n) => createWorld({ folder, calendar, now: new Date(now), seed: 7 + n }));
});

function all<K extends DemoEvent['kind']>(of: DemoWorld, kind: K): Of<K>[] {
  return of.events.filter((one): one is Of<K> => one.kind === kind);
}

function humanOf(of: DemoWorld): (person: Key) => Key {
  const first = new Map(of.truth.map((one) => [one.person, one.sameAs ?? one.person]));
  return (person) => first.get(person) ?? person;
}

const worlds = () => [world, ...others];

test('the same seed and moment give the same world, another seed another', () => {
  expect(createWorld({ folder, calendar, now: tuesdayMorning })).toEqual(world);
  expect(createWorld({ folder, calendar, now: tuesdayMorning, seed: 1 }).events).not.toEqual(world.events);
});

test('events are in order of time and none lies ahead', () => {
  for (const one of worlds()) {
    const times = one.events.map((event) => event.at);
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)?.localeCompare(one.to)).toBeLessThanOrEqual(0);
    for (const encounter of all(one, 'encounter')) {
      expect(encounter.recordedAt >= encounter.at).toBe(true);
      expect(encounter.recordedAt <= one.to).toBe(true);
    }
  }
});

test('every year has the size the domain gives it', () => {
  const human = humanOf(world);
  const encounters = all(world, 'encounter');
  const inYear = (at: string, year: number) => {
    const back = (new Date(world.to).getTime() - new Date(at).getTime()) / (365.25 * 86_400_000);
    return back >= year && back < year + 1;
  };
  for (const year of [0, 1, 2]) {
    const met = encounters.filter((one) => inYear(one.at, year));
    const opened = all(world, 'case_opened').filter((one) => inYear(one.at, year));
    expect(met.length).toBeGreaterThan(300);
    expect(met.length).toBeLessThan(900);
    expect(opened.length).toBeGreaterThanOrEqual(25);
    expect(opened.length).toBeLessThanOrEqual(60);
  }
  const seen = new Set<Key>();
  const repeats = encounters.filter(({ person }) => seen.size === seen.add(human(person)).size);
  expect(repeats.length / encounters.length).toBeGreaterThan(0.1);
  expect(repeats.length / encounters.length).toBeLessThan(0.25);
});

test('age and sex are shared out as reported', () => {
  const encounters = all(world, 'encounter');
  const share = (of: (one: Encounter) => boolean) => encounters.filter(of).length / encounters.length;

  expect(share((one) => one.ageClass === 'under_18')).toBeGreaterThan(0.4);
  expect(share((one) => one.ageClass === 'under_18')).toBeLessThan(0.5);
  expect(share((one) => one.ageClass === 'not_known')).toBeGreaterThan(0.01);
  expect(share((one) => one.sex === 'female')).toBeGreaterThan(0.15);
  expect(share((one) => one.sex === 'female')).toBeLessThan(0.4);
  const counts = new Map<number, number>();
  for (const { statedAge } of encounters)
    if (statedAge !== null && statedAge < 18) counts.set(statedAge, (counts.get(statedAge) ?? 0) + 1);
  const peak = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  expect(peak).toBeGreaterThanOrEqual(14);
});

test('the defects of real records are in it', () => {
  const encounters = all(world, 'encounter');
  const persons = all(world, 'person_registered');

  expect(encounters.some((one) => one.area === null)).toBe(true);
  expect(encounters.some((one) => one.statedAge === null && one.assessed === null)).toBe(false);
  expect(persons.some((one) => one.identity === null && one.ages.length > 0)).toBe(true);
  expect(persons.some((one) => one.sex === 'unknown')).toBe(true);
  expect(encounters.some((one) => Date.parse(one.recordedAt) - Date.parse(one.at) > 86_400_000)).toBe(true);
  expect(all(world, 'handover').some((one) => one.from === null)).toBe(true);
  expect(world.truth.filter((one) => one.sameAs !== null).length).toBeGreaterThan(20);
  expect(all(world, 'persons_merged').length).toBeGreaterThan(10);
  expect(new Set(world.truth.flatMap((one) => one.siblingGroup ?? [])).size).toBeGreaterThan(10);
  expect(all(world, 'case_reopened').length).toBeGreaterThan(10);
});

test('nobody has two custodians at once, and no interval is negative', () => {
  for (const one of worlds()) {
    const human = humanOf(one);
    const open = new Map<Key, Key>();
    const begun = new Map<Key, string>();
    for (const event of one.events) {
      if (event.kind !== 'custody_began' && event.kind !== 'handover') continue;
      const who = human(event.person);
      if (event.kind === 'handover' && event.from) {
        expect(open.get(who)).toBe(event.from);
        expect((begun.get(event.from) ?? '9') <= event.at).toBe(true);
        open.delete(who);
      }
      const next = event.kind === 'custody_began' ? event.custody : event.to;
      if (!next) continue;
      expect(open.has(who)).toBe(false);
      open.set(who, next);
      begun.set(next, event.at);
    }
  }
});

test('no child goes home before it was asked alone whom it fears, or a supervisor says why', () => {
  for (const one of worlds()) {
    const asked = new Map<Key, Of<'feared_asked'>>();
    for (const event of one.events) {
      if (event.kind === 'custody_began') asked.delete(event.person);
      if (event.kind === 'feared_asked') asked.set(event.person, event);
      if (event.kind !== 'handover' || event.endKind !== 'HOME_WITH_PARENT') continue;
      const answer = asked.get(event.person);
      expect(answer?.askedAlone).toBe(true);
      expect(answer?.fearsSomeone).toBe(event.supervisorReason !== '');
    }
  }
});

test('a closed operation has no child unaccounted for', () => {
  for (const one of worlds()) {
    const settled = new Map<Key, string>();
    for (const event of one.events) {
      if (event.kind === 'spot_outcome' || (event.kind === 'custody_began' && event.encounter))
        settled.set(event.encounter ?? '', event.at);
    }
    const closedAt = new Map(all(one, 'operation_closed').map((event) => [event.operation, event.at]));
    for (const { encounter, operation, ageClass } of all(one, 'encounter')) {
      const closed = operation ? closedAt.get(operation) : undefined;
      if (closed && ageClass !== 'adult') expect((settled.get(encounter) ?? '9') <= closed).toBe(true);
    }
  }
});

test('one case of a child is open at a time, and what belongs to a case happens while it is open', () => {
  for (const one of worlds()) {
    const open = new Map<Key, Key>();
    const person = new Map<Key, Key>();
    for (const event of one.events) {
      if (event.kind === 'case_opened' || event.kind === 'case_reopened') {
        if (event.kind === 'case_opened') person.set(event.caseKey, event.person);
        const who = person.get(event.caseKey) ?? '';
        expect(open.has(who)).toBe(false);
        open.set(who, event.caseKey);
      } else if (event.kind === 'case_closed') {
        expect(open.delete(person.get(event.caseKey) ?? '')).toBe(true);
        expect(event.bestInterest.length).toBeGreaterThanOrEqual(20);
      } else if (
        event.kind === 'assessment' ||
        event.kind === 'plan_line' ||
        event.kind === 'referral_sent'
      ) {
        expect(open.get(person.get(event.caseKey) ?? '')).toBe(event.caseKey);
      }
    }
    expect(open.size).toBeGreaterThanOrEqual(14);
  }
});

test('a referral is answered once, completed after it is accepted, and paused one pause at a time', () => {
  for (const one of worlds()) {
    const state = new Map<Key, string>();
    const pauses = new Map<Key, Key>();
    for (const event of one.events) {
      if (event.kind === 'referral_sent') state.set(event.referral, 'sent');
      if (event.kind === 'referral_answered') {
        expect(state.get(event.referral)).toBe(event.answer === 'completed' ? 'accepted' : 'sent');
        state.set(event.referral, event.answer);
      }
      if (event.kind === 'referral_paused') {
        expect(state.get(event.referral)).toBe('sent');
        expect([...pauses.values()]).not.toContain(event.referral);
        pauses.set(event.pause, event.referral);
      }
      if (event.kind === 'referral_resumed') expect(pauses.delete(event.pause)).toBe(true);
    }
  }
});

test('whatever is named was there before', () => {
  const made: Partial<Record<DemoEvent['kind'], string>> = {
    person_registered: 'person',
    operation_planned: 'operation',
    encounter: 'encounter',
    case_opened: 'caseKey',
    plan_line: 'planLine',
    referral_sent: 'referral',
    referral_paused: 'pause',
    match_asked: 'review',
    contact_alert: 'alert',
    complaint: 'complaint',
    case_closed: 'closure',
    custody_began: 'custody',
  };
  const nouns = [...new Set([...Object.values(made), 'candidate', 'standsFor'])];
  const missing: string[] = [];
  for (const one of worlds()) {
    const known = new Set<unknown>();
    for (const event of one.events) {
      const facts = new Map<string, unknown>(Object.entries(event));
      known.add(facts.get(made[event.kind] ?? ''));
      if (event.kind === 'handover') known.add(event.to);
      if (event.kind === 'aftercare_planned') for (const { visit } of event.visits) known.add(visit);
      for (const noun of [...nouns, 'visit', 'from', 'openedFromKey']) {
        const key = facts.get(noun);
        if (key !== undefined && key !== null && !known.has(key))
          missing.push(`${event.kind} ${noun} ${String(key)}`);
      }
    }
  }
  expect(missing).toEqual([]);
});

test('every code, agency, area and member of staff exists', () => {
  const codes = new Set(country.codes.map((row) => `${row.list}:${row.code}`));
  const agencies = new Set(folder.agencies.map((one) => one.agencyCode));
  const areas = new Set([...folder.areas, ...country.originAreas].map((one) => one.code));
  const staff = new Set<string>(world.staff.map((one) => one.username));
  const lists: Readonly<Record<string, string>> = {
    approach: 'approach',
    activity: 'activity',
    locationType: 'location_type',
    condition: 'condition',
    injury: 'injury',
    intoxication: 'intoxication_need',
    outcome: 'spot_outcome',
    custodianKind: 'custodian_kind',
    endKind: 'custody_end',
    step: 'custody_step',
    operationKind: 'operation_kind',
    risk: 'risk_level',
    service: 'service_component',
    duty: 'duty',
    stage: 'case_stage',
    ageClass: 'age_class',
  };
  const missing = new Set<string>();
  for (const one of worlds())
    for (const event of one.events) {
      if (!staff.has(event.by)) missing.add(event.by);
      for (const [field, value] of Object.entries(event)) {
        if (typeof value !== 'string') continue;
        const list = lists[field] === 'activity' ? 'street_activity' : lists[field];
        // As the loader stores it.
        if (list && !codes.has(`${list}:${codeOf(value)}`)) missing.add(`${list}:${value}`);
        if (/agency$/i.test(field) && !agencies.has(value)) missing.add(value);
        if (/area$/i.test(field) && !areas.has(value)) missing.add(value);
      }
    }
  expect([...missing]).toEqual([]);
  for (const closure of all(world, 'case_closed'))
    expect(codes).toContain(`closure_reason:${closure.reason}`);
  for (const one of all(world, 'encounter')) {
    for (const need of one.needs) expect(codes).toContain(`need:${need}`);
    for (const companion of one.companions) expect(codes).toContain(`companions:${companion}`);
  }
  for (const { factors } of all(world, 'assessment')) {
    expect(factors.length).toBeGreaterThan(0);
    for (const { code, side, level } of factors)
      expect(country.codes.find((row) => row.list === 'factor' && row.code === code)?.extra).toMatchObject({
        side,
        level,
      });
  }
});

test('an operation cites regulations valid on its day', () => {
  const bases = new Map(folder.legalBases.map((one) => [one.legalBasisId, one]));
  for (const one of worlds())
    for (const { legalBases, plannedFrom } of all(one, 'operation_planned')) {
      const date = cityDate(new Date(plannedFrom), timeZone);
      for (const id of legalBases) {
        const basis = bases.get(id);
        expect(basis && basis.validFrom <= date && date <= (basis.validTo ?? '9999')).toBe(true);
      }
    }
});

test('every identity number is synthetic and its area is a city or regency', () => {
  const known = new Set(country.originAreas.map((one) => one.code));
  const numbers = all(world, 'identity_found').flatMap((one) => (one.identity.nik ? [one.identity] : []));

  expect(numbers.length).toBeGreaterThan(50);
  const read = numbers.map(({ nik, birthDate }) =>
    readNik(nik ?? '', {
      today: '2026-11-24',
      born: birthDate ? { from: birthDate, to: birthDate } : null,
      knowsArea: (area) => known.has(area.slice(0, 5)),
    }),
  );
  expect(read.every((nik) => nik.valid && nik.synthetic)).toBe(true);
  expect(read.some((nik) => nik.valid && nik.warnings.includes('nik-birth-date-differs'))).toBe(true);
  expect(read.some((nik) => nik.valid && nik.warnings.includes('nik-area-unknown'))).toBe(false);
});

test('today an operation is under way with six children, two of them with the team, two not decided', () => {
  for (const one of worlds()) {
    const over = new Set(
      [...all(one, 'operation_closed'), ...all(one, 'operation_cancelled')].map((event) => event.operation),
    );
    const running = all(one, 'operation_started').filter((event) => !over.has(event.operation));
    const [current] = running;
    const met = all(one, 'encounter').filter(
      (event) => event.operation === current?.operation && event.ageClass !== 'adult',
    );
    const settled = new Set(all(one, 'spot_outcome').map((event) => event.encounter));
    const held = new Set(all(one, 'custody_began').map((event) => event.encounter));

    expect(running).toHaveLength(1);
    expect(met).toHaveLength(6);
    expect(met.filter((event) => held.has(event.encounter))).toHaveLength(2);
    expect(met.filter((event) => !held.has(event.encounter) && !settled.has(event.encounter))).toHaveLength(
      2,
    );
  }
});

test('today one child is beyond the limit, one near it, and a match waits for the supervisor', () => {
  const hours = heldNow(world).map((since) => (Date.parse(world.to) - Date.parse(since)) / 3_600_000);
  const answered = new Set(all(world, 'match_answered').map((one) => one.review));

  expect(hours.filter((one) => one > 24)).toHaveLength(1);
  expect(hours.filter((one) => one > 18 && one <= 24)).toHaveLength(1);
  expect(all(world, 'match_asked').filter((one) => !answered.has(one.review)).length).toBeGreaterThanOrEqual(
    2,
  );
});

function heldNow(of: DemoWorld): string[] {
  const open = new Map<Key, string>();
  for (const event of of.events) {
    if (event.kind !== 'handover') continue;
    if (event.from) open.delete(event.from);
    if (event.to && event.custodianKind === 'ENFORCEMENT') open.set(event.to, event.at);
  }
  return [...open.values()];
}

test('today referrals are due, overdue and paused, an assessment is late, a visit is due, an alert is open', () => {
  const today = cityDate(new Date(world.to), timeZone);
  const answered = new Set(all(world, 'referral_answered').map((one) => one.referral));
  const resumed = new Set(all(world, 'referral_resumed').map((one) => one.pause));
  const paused = new Set(
    all(world, 'referral_paused').flatMap((one) => (resumed.has(one.pause) ? [] : [one.referral])),
  );
  const waiting = all(world, 'referral_sent').filter(
    (one) => !answered.has(one.referral) && !paused.has(one.referral),
  );
  const dueDays = waiting.map((one) => cityDate(new Date(one.dueAt), timeZone));
  const assessed = new Set(all(world, 'assessment').map((one) => one.caseKey));
  const visited = new Set(all(world, 'aftercare_visited').map((one) => one.visit));
  const due = all(world, 'aftercare_planned').flatMap((one) =>
    one.visits.filter((visit) => !visited.has(visit.visit)),
  );
  const alerts = new Set(all(world, 'contact_alert_answered').map((one) => one.alert));

  expect(paused.size).toBeGreaterThanOrEqual(3);
  expect(dueDays.filter((one) => one === today).length).toBeGreaterThanOrEqual(3);
  expect(dueDays.filter((one) => one < today).length).toBeGreaterThanOrEqual(3);
  expect(dueDays.filter((one) => one > today).length).toBeGreaterThanOrEqual(3);
  expect(all(world, 'case_opened').some((one) => !assessed.has(one.caseKey) && one.assessBy < today)).toBe(
    true,
  );
  expect(due.some((one) => one.dueOn === today)).toBe(true);
  expect(all(world, 'contact_alert').some((one) => !alerts.has(one.alert))).toBe(true);
});

test('case numbers count up within their year', () => {
  const numbers = all(world, 'case_opened').map((one) => one.caseNumber);

  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toEqual([...numbers].sort());
  expect(numbers[0]).toMatch(/^K-\d{4}-0001$/);
});
