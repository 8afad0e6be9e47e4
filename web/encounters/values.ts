import { roundPoint } from '#encounters/rules.ts';
import type { Point, RecordEncounter } from '#encounters/schema.ts';
import type { MetBefore } from '#persons/schema.ts';
import { textOf } from '#web/persons/filled.ts';

/** The ids of one encounter; `previousGroupId` is the group of the one recorded before it. */
export type Ids = {
  encounterId: string;
  personId: string;
  groupId: string;
  previousGroupId: string | null;
};

/** The encounter form as it stands on screen; empty text is "not said". */
export type Values = {
  ids: Ids;
  operationId: string;
  approach: string;
  /** The chosen operation is enforcement by its kind. */
  inEnforcement: boolean;
  name: string;
  nameReason: '' | 'ASKS_SERVICE' | 'ACCOMPANIES_CHILD';
  sex: '' | 'male' | 'female' | 'unknown';
  age: '' | AgeBand;
  activity: string;
  condition: string;
  injury: string;
  intoxication: '' | 'YES' | 'NO' | 'UNSURE';
  areaCode: string;
  locationType: string;
  companions: string[];
  needs: string[];
  statedAge: string;
  mother: string;
  father: string;
  originArea: string;
  marks: string;
  ownWords: string;
  description: string;
  belongings: string;
  sameGroup: boolean;
};

/** Bands that an officer can tell by looking; "unknown" protects as a child. */
export const ageBands = {
  UNDER_6: { low: 0, high: 5 },
  SIX: { low: 6, high: 9 },
  TEN: { low: 10, high: 12 },
  THIRTEEN: { low: 13, high: 15 },
  SIXTEEN: { low: 16, high: 17 },
  ADULT: { low: 18, high: 120 },
  UNKNOWN: null,
} as const;
export type AgeBand = keyof typeof ageBands;

/** Fields that a draft may keep on this device unsealed: none that says who somebody is or what they said. */
export const draftFields = [
  'ids',
  'approach',
  'inEnforcement',
  'sex',
  'age',
  'activity',
  'condition',
  'injury',
  'intoxication',
  'areaCode',
  'locationType',
  'companions',
  'needs',
] as const satisfies readonly (keyof Values)[];

/** Whether something was typed that a draft keeps only where it can be sealed. */
export function saysMoreThanDraft(values: Values): boolean {
  return sealedFields.some((name) => values[name].trim() !== '');
}

const sealedFields = [
  'name',
  'statedAge',
  'mother',
  'father',
  'originArea',
  'marks',
  'ownWords',
  'description',
  'belongings',
] as const satisfies readonly Exclude<keyof Values, (typeof draftFields)[number]>[];

export const emptyValues: Omit<Values, 'ids'> = {
  operationId: '',
  approach: '',
  inEnforcement: false,
  name: '',
  nameReason: '',
  sex: '',
  age: '',
  activity: '',
  condition: '',
  injury: '',
  intoxication: '',
  areaCode: '',
  locationType: '',
  companions: [],
  needs: [],
  statedAge: '',
  mother: '',
  father: '',
  originArea: '',
  marks: '',
  ownWords: '',
  description: '',
  belongings: '',
  sameGroup: false,
};

/** The five things that every record must say, and how many of them are answered. */
export function essentials(values: Values): { done: number; all: number } {
  const answered = [values.sex, values.age, values.activity, values.areaCode, values.locationType];
  return { done: answered.filter(Boolean).length, all: answered.length };
}

/** An adult, as far as the form says; of an adult neither name nor story is asked. */
export function isAdult(values: Values): boolean {
  return values.age === 'ADULT' && (values.statedAge === '' || Number(values.statedAge) >= 18);
}

/** Whether the name may be asked for. */
export function asksName(values: Values): boolean {
  return !isAdult(values) || values.nameReason !== '';
}

/** Whether marks may be asked for: never in enforcement, however a child was met there. */
export function asksMarks(values: Pick<Values, 'approach' | 'inEnforcement'>): boolean {
  return !values.inEnforcement && values.approach !== 'ENFORCEMENT';
}

/** What an operation's kind says of the encounters in it: the usual approach, the possible ones, and whether it is enforcement. */
export function circumstancesOf(extra: Record<string, unknown> | undefined) {
  const usual = typeof extra?.approach === 'string' ? extra.approach : 'OUTREACH';
  const possible = Array.isArray(extra?.approaches) ? extra.approaches.map(String) : null;
  return { usual, possible, inEnforcement: extra !== undefined && usual === 'ENFORCEMENT' };
}

/** Whether the form says anything by which somebody could be known again; sex and age alone tell nothing. */
export function isTelling(values: Values): boolean {
  if (!asksName(values)) return false;
  return [values.name, values.mother, values.father, values.originArea, values.marks].some(
    (text) => text.trim() !== '',
  );
}

/** The folded fields that tell one child from another, the most telling first. */
const tellingFields = [
  'mother',
  'father',
  'originArea',
  'marks',
] as const satisfies readonly (keyof Values)[];
export type TellingField = (typeof tellingFields)[number];

/** What to ask next when too little was said to compare: the first of these that is empty and shown. */
export function nextTelling(values: Values): TellingField {
  const shown = tellingFields.filter((name) => name !== 'marks' || asksMarks(values));
  return shown.find((name) => values[name].trim() === '') ?? 'mother';
}

/**
 * The question to "met before?". A first try whose answer was lost may have put the same person on record already: nobody
 * is a hint of themselves.
 */
export function questionOf(values: Values): MetBefore {
  const band = values.age ? ageBands[values.age] : null;
  const stated = values.statedAge === '' ? null : Number(values.statedAge);
  const low = band?.low ?? stated;
  const high = band?.high ?? stated;
  const { operationId } = values;
  return {
    personId: values.ids.personId,
    names: listOf(values.name),
    aliases: [],
    sex: values.sex || 'unknown',
    ...(low !== null && high !== null ? { ageLow: low, ageHigh: high } : {}),
    ...textOf('mother', values.mother),
    ...textOf('father', values.father),
    ...(values.originArea ? { originArea: values.originArea } : {}),
    ...(values.marks.trim() && asksMarks(values) ? { marks: listOf(values.marks) } : {}),
    ...(operationId ? { operationId } : {}),
  };
}

/** The group this encounter is of: that of the one before when both were met together, else its own, which others may join. */
export function groupOf({ sameGroup, ids }: Pick<Values, 'sameGroup' | 'ids'>): string {
  return (sameGroup && ids.previousGroupId) || ids.groupId;
}

/** The input of encounters/record; a person on record already is met again under their own record. */
export function inputOf(
  values: Values,
  it: { point: Point | null; knownPersonId: string | null },
): RecordEncounter {
  const band = values.age ? ageBands[values.age] : null;
  const identity = it.knownPersonId === null && asksName(values) ? identityOf(values) : null;
  const story = asksName(values);
  const rounded = it.point ? roundPoint(it.point) : null;
  const { ids } = values;
  return {
    encounterId: ids.encounterId,
    personId: it.knownPersonId ?? ids.personId,
    known: it.knownPersonId !== null,
    approach: values.approach,
    activity: values.activity,
    locationType: values.locationType,
    areaCode: values.areaCode || null,
    sex: values.sex || 'unknown',
    needs: values.needs,
    companions: values.companions,
    ...(values.operationId ? { operationId: values.operationId } : {}),
    ...(rounded
      ? { point: { latitude: Number(rounded.latitude), longitude: Number(rounded.longitude) } }
      : {}),
    ...(band ? { assessedLow: band.low, assessedHigh: band.high } : {}),
    ...(values.statedAge === '' ? {} : { statedAge: Number(values.statedAge) }),
    ...(values.condition ? { condition: values.condition } : {}),
    ...(values.injury ? { injury: values.injury } : {}),
    ...(values.intoxication ? { intoxication: values.intoxication } : {}),
    groupId: groupOf(values),
    ...(identity ? { identity } : {}),
    ...(isAdult(values) && values.nameReason ? { nameReason: values.nameReason } : {}),
    ...(values.originArea && story ? { originArea: values.originArea } : {}),
    ...(story ? textOf('ownWords', values.ownWords) : {}),
    ...(story ? textOf('description', values.description) : {}),
    ...textOf('belongings', values.belongings),
  };
}

function identityOf(values: Values): RecordEncounter['identity'] | null {
  const kin = [
    ...listOf(values.mother).map((name) => ({ relation: 'MOTHER' as const, name })),
    ...listOf(values.father).map((name) => ({ relation: 'FATHER' as const, name })),
  ];
  const marks = asksMarks(values) ? listOf(values.marks) : [];
  const identity = {
    ...textOf('name', values.name),
    ...(kin.length > 0 ? { kin } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
  return Object.keys(identity).length > 0 ? identity : null;
}

function listOf(value: string): string[] {
  return value.trim() ? [value.trim()] : [];
}
