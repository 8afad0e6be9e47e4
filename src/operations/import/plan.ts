// From one record of an import file to what is stored: pure, so that every choice can be tested.
import { createHash } from 'node:crypto';
import { certainCount, contradictions, trueOfAll } from '#operations/rules/reported.ts';
import type { ReportedOperation, ReportFlag } from '#operations/schema/reported.ts';
import { addDays, cityDate, isCalendarDate, startOfCityDay } from '#platform/calendar.ts';
import type { AgeClass, Sex } from '#platform/schemas.ts';

/** The city's lists, as far as an import needs them. */
export type KnownLists = {
  readonly timeZone: string;
  readonly agencies: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly locationTypes: ReadonlySet<string>;
  readonly approaches: ReadonlyMap<string, string>;
  readonly legalBases: readonly {
    readonly id: string;
    readonly number: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
};

export type PlannedImport = {
  readonly operationId: string;
  readonly kind: string;
  readonly approach: string;
  readonly title: string;
  readonly from: Date;
  readonly to: Date;
  readonly noon: Date;
  readonly partners: readonly string[];
  readonly sites: readonly {
    readonly areaCode: string | null;
    readonly locationType: string;
    readonly place: string;
  }[];
  readonly legalBases: readonly string[];
  readonly flags: readonly ReportFlag[];
  readonly persons: number;
  readonly person: {
    readonly ageClass: AgeClass;
    readonly sex: Sex;
    readonly activity: string;
    readonly locationType: string;
    readonly areaCode: string | null;
  };
};

/** Why a record cannot be stored at all; everything else is stored and flagged. */
export const reasonsUnusable = [
  'shape',
  'brokenText',
  'dateImpossible',
  'dateAhead',
  'kindUnknown',
  'leadUnknown',
] as const;
/** `at` is the field, or what stands in it. */
export type Unusable = { readonly unusable: (typeof reasonsUnusable)[number]; readonly at: string };

const notReported = 'NOT_REPORTED';

/** The same id for the same record of a source, on every run and every machine. */
export function stableId(text: string): string {
  const bytes = createHash('sha256').update(`rangkul reported operation ${text}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What to store of one reported operation; one that is still to come was not reported, it was only planned. */
export function planImport(
  record: ReportedOperation,
  known: KnownLists,
  now: Date,
): PlannedImport | Unusable {
  if (!isCalendarDate(record.date)) return { unusable: 'dateImpossible', at: record.date };
  if (record.date > cityDate(now, known.timeZone)) return { unusable: 'dateAhead', at: record.date };
  const kind = record.kind.toUpperCase();
  const approach = known.approaches.get(kind);
  if (!approach) return { unusable: 'kindUnknown', at: record.kind };
  if (!known.agencies.has(record.lead)) return { unusable: 'leadUnknown', at: record.lead };
  const flags: ReportFlag[] = [...contradictions(record.reported)];
  const partners = (record.with ?? []).filter((code) => known.agencies.has(code));
  if (partners.length < (record.with ?? []).length) flags.push('partnerUnknown');
  const bases = basesOf(record, known, flags);
  const sites = sitesOf(record, known, flags);
  const [only] = sites;
  const all = trueOfAll(record.reported);
  const activity = all.activity !== null && known.activities.has(all.activity) ? all.activity : notReported;
  if (namedActivities(record).some((code) => !known.activities.has(code))) flags.push('activityUnknown');
  const from = startOfCityDay(record.date, known.timeZone);
  return {
    operationId: stableId(record.id),
    kind,
    approach,
    title: (record.place?.text ?? record.id).slice(0, 120),
    from,
    to: startOfCityDay(addDays(record.date, 1), known.timeZone),
    noon: new Date(from.getTime() + 12 * 3_600_000),
    partners,
    sites,
    legalBases: bases,
    flags,
    persons: certainCount(record.reported),
    person: {
      ageClass: all.ageClass,
      sex: all.sex,
      activity,
      locationType: only?.locationType ?? notReported,
      areaCode: sites.length === 1 ? (only?.areaCode ?? null) : null,
    },
  };
}

function namedActivities({ reported }: ReportedOperation): string[] {
  return [
    ...(reported.activity ? [reported.activity] : []),
    ...(reported.activities ?? []),
    ...Object.keys(reported.byActivity ?? {}),
  ];
}

function sitesOf(record: ReportedOperation, known: KnownLists, flags: ReportFlag[]): PlannedImport['sites'] {
  const place = record.place ?? {};
  const named = place.village ? [place.village] : place.district ? [place.district] : (place.districts ?? []);
  const areas = named.filter((code) => known.areas.has(code));
  if (areas.length < named.length) flags.push('areaUnknown');
  if (place.locationType && !known.locationTypes.has(place.locationType)) flags.push('locationUnknown');
  const locationType =
    place.locationType && known.locationTypes.has(place.locationType) ? place.locationType : notReported;
  const text = (place.text ?? '').slice(0, 200);
  return (areas.length > 0 ? areas : [null]).map((areaCode) => ({ areaCode, locationType, place: text }));
}

// A source's words are tied to the list by number and year, wherever they stand in them; nothing is guessed.
function basesOf(record: ReportedOperation, known: KnownLists, flags: ReportFlag[]): string[] {
  const found: string[] = [];
  for (const text of record.legalBasis ?? []) {
    const basis = known.legalBases.find((one) => text.includes(one.number));
    if (!basis) flags.push('legalBasisUnknown');
    else {
      found.push(basis.id);
      const valid = basis.validFrom <= record.date && (!basis.validTo || basis.validTo >= record.date);
      if (!valid) flags.push('legalBasisNotValid');
    }
  }
  return [...new Set(found)];
}
