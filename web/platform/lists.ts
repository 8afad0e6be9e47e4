import { useCallback, useEffect, useState } from 'react';
import type { Agency, StaffMember } from '#agencies/schema.ts';
import type { Area, CityLists, CodeLabel } from '#areas/schema.ts';
import { asProblem, type Problem, query } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { type Locale, locale, useLocale } from '#web/platform/i18n.ts';

/** The city's words for codes and areas, in the language in use. */
export type Lists = {
  areas: readonly Area[];
  /** The codes of a list that may be chosen on a day (today, unless said otherwise), in the city's order. */
  codes: (list: string, day?: string) => readonly CodeLabel[];
  /** The same, as the options of a Select or of tiles. */
  options: (list: string, day?: string) => { value: string; label: string }[];
  /** The words of a code; retired codes have theirs too, an unknown one stands for itself. */
  label: (list: string, code: string | null | undefined) => string;
  /** One code with its extra facts: `code('location_type', 'BEACH')?.extra`. */
  code: (list: string, code: string) => CodeLabel | undefined;
  /** `Korong Gadang, Kuranji`: a kelurahan with its kecamatan; others by their name alone. */
  area: (code: string | null | undefined) => string;
  /** The kelurahan of the city with their kecamatan, by name. */
  villages: () => { value: string; label: string }[];
  /** A number the city has set: `number('holdLimitHours')`. */
  number: (key: string) => number | undefined;
  setting: (key: string) => unknown;
};

/** The words of an agency or body in the language in use. */
export function agencyName(agency: Pick<Agency, 'nameId' | 'nameEn'>): string {
  return locale() === 'id' ? agency.nameId : agency.nameEn;
}

/** Makes the lookups of the city's lists for one language. */
export function listsOf(from: CityLists, language: Locale): Lists {
  const byCode = new Map<string, CodeLabel>();
  for (const [list, codes] of Object.entries(from.codes))
    for (const code of codes) byCode.set(`${list} ${code.code}`, code);
  const areas = new Map(from.areas.map((area) => [area.areaCode, area]));
  const code = (list: string, word: string) => byCode.get(`${list} ${word}`);
  const label = (list: string, word: string | null | undefined) =>
    word ? (code(list, word)?.[language] ?? word) : '';
  const codes = (list: string, day = wallClock(Date.now()).date) =>
    (from.codes[list] ?? []).filter(
      (it) => it.validFrom <= day && (it.validTo === null || it.validTo >= day),
    );
  const area = (word: string | null | undefined) => {
    const found = word ? areas.get(word) : undefined;
    if (!found) return word ?? '';
    const above = found.kind === 'village' && found.parentCode ? areas.get(found.parentCode) : undefined;
    return above ? `${found.name}, ${above.name}` : found.name;
  };
  return {
    areas: from.areas,
    codes,
    code,
    label,
    options: (list, day) => codes(list, day).map((it) => ({ value: it.code, label: it[language] })),
    area,
    villages: () =>
      from.areas
        .filter((it) => it.kind === 'village')
        .map((it) => ({ value: it.areaCode, label: area(it.areaCode) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'id')),
    number: (key) => {
      const value = from.settings[key];
      return typeof value === 'number' ? value : undefined;
    },
    setting: (key) => from.settings[key],
  };
}

type Reading<Data> = { data: Data | undefined; problem: Problem | undefined };
type Kept<Data> = { path: string; asked: Promise<Data> | undefined; known: Data | undefined };

const kept = {
  lists: { path: 'city/lists', asked: undefined, known: undefined } as Kept<CityLists>,
  agencies: { path: 'agencies', asked: undefined, known: undefined } as Kept<{ items: Agency[] }>,
  colleagues: { path: 'staff', asked: undefined, known: undefined } as Kept<{ items: StaffMember[] }>,
};

/** Forgets what was read for the whole session; at sign-out and at a change of user. */
export function forgetLists() {
  for (const it of Object.values(kept)) {
    it.asked = undefined;
    it.known = undefined;
  }
}

function readOnce<Data>(it: Kept<Data>): Promise<Data> {
  if (it.asked) return it.asked;
  const asked = query<Data>(it.path);
  it.asked = asked;
  asked.then(
    (data) => {
      if (it.asked === asked) it.known = data;
    },
    () => {
      if (it.asked === asked) it.asked = undefined;
    },
  );
  return asked;
}

function useOnce<Data>(it: Kept<Data>) {
  const [turn, setTurn] = useState(0);
  const [reading, setReading] = useState<Reading<Data>>({ data: it.known, problem: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: turn asks again after a problem
  useEffect(() => {
    let gone = false;
    readOnce(it).then(
      (data) => gone || setReading({ data, problem: undefined }),
      (error: unknown) => gone || setReading({ data: undefined, problem: asProblem(error) }),
    );
    return () => {
      gone = true;
    };
  }, [it, turn]);
  const reload = useCallback(() => {
    it.asked = undefined;
    setTurn((last) => last + 1);
  }, [it]);
  const { data, problem } = reading;
  return { data, problem, loading: data === undefined && problem === undefined, reload, set: () => {} };
}

/**
 * Areas, code lists and settings of the city, read once per session. Draw with `<Loaded query={lists}>`, or use
 * `lists.data?.label(…)` where the rest of the screen need not wait.
 */
export function useLists() {
  const language = useLocale();
  const { data, ...rest } = useOnce(kept.lists);
  return { ...rest, data: data ? madeFor(data, language) : undefined };
}

// One set of lookups for each answer and language: screens may put `lists.data` into dependency lists.
const made = new WeakMap<CityLists, Partial<Record<Locale, Lists>>>();

function madeFor(data: CityLists, language: Locale): Lists {
  const known = made.get(data) ?? {};
  made.set(data, known);
  known[language] ??= listsOf(data, language);
  return known[language];
}

/** Agencies and bodies of the city, read once per session. */
export function useAgencies() {
  const { data, ...rest } = useOnce(kept.agencies);
  const nameOf = (code: string | null | undefined) => {
    const found = data?.items.find((it) => it.agencyCode === code);
    return found ? agencyName(found) : (code ?? '');
  };
  /** As the options of a Select, by name. */
  const options = () =>
    (data?.items ?? [])
      .map((it) => ({ value: it.agencyCode, label: agencyName(it) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'id'));
  return { ...rest, data: data?.items, nameOf, options };
}

/** Colleagues at work in the city, read once per session. */
export function useColleagues() {
  const { data, ...rest } = useOnce(kept.colleagues);
  const nameOf = (staffId: string | null | undefined) =>
    data?.items.find((it) => it.staffId === staffId)?.name ?? '';
  return { ...rest, data: data?.items, nameOf };
}
