import { messages } from '#persons/messages/identity.ts';
import { nameReasons } from '#persons/rules.ts';
import {
  type IdentifyPerson,
  identityLimits,
  type Kin,
  kinRelations,
  type PersonRecord,
} from '#persons/schema.ts';
import { sexes } from '#platform/schemas.ts';
import { textOf } from '#web/persons/filled.ts';
import { namesIn, textOfNames, wrongInNames } from '#web/persons/name-lists.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { required } from '#web/ui/use-form.ts';

/** One parent, guardian or relative in the form. */
export type KinRow = {
  id: string;
  relation: string;
  name: string;
  phone: string;
  address: string;
  note: string;
};

/** The identity as it stands on screen; several names of one kind are one text with commas. */
export type Values = {
  /** The version that stood on screen when it was typed; a draft keeps it. */
  base: number;
  name: string;
  otherNames: string;
  aliases: string;
  sex: string;
  originArea: string;
  residenceArea: string;
  birthPlace: string;
  address: string;
  phone: string;
  language: string[];
  suku: string;
  nik: string;
  familyCard: string;
  dropNik: boolean;
  dropFamilyCard: boolean;
  kin: KinRow[];
  marks: string;
  nameReason: string;
};

/** What is on record, as far as the viewer sees it. The numbers are never shown in full: they start empty. */
export function valuesOf({ person, details, originArea, residenceArea, version }: PersonRecord): Values {
  const names = details?.names ?? [];
  const { kin = [] } = details ?? {};
  return {
    base: version,
    name: names[0] ?? '',
    otherNames: textOfNames(names.slice(1)),
    aliases: person.kind === 'known' ? textOfNames(person.aliases) : '',
    sex: person.sex,
    originArea: originArea ?? '',
    residenceArea: residenceArea ?? '',
    birthPlace: details?.birthPlace ?? '',
    address: details?.address ?? '',
    phone: details?.phone ?? '',
    language: (details?.language ?? '').split(/[,;]\s*/).filter(Boolean),
    suku: details?.suku ?? '',
    nik: '',
    familyCard: '',
    dropNik: false,
    dropFamilyCard: false,
    kin: kin.map(rowOf),
    marks: textOfNames(details?.marks ?? []),
    nameReason: '',
  };
}

function rowOf({ relation, name, phone = '', address = '', note = '' }: Kin): KinRow {
  return { id: newId(), relation, name, phone, address, note };
}

/** What is missing of one relative. */
export const wrongInKin = (row: KinRow) => required(row, ['relation', 'name']);

/** Whether every relative has a relation and a name. */
export function isKinComplete(rows: readonly KinRow[]): boolean {
  return rows.every((row) => Object.keys(wrongInKin(row)).length === 0);
}

/** The texts with commas as the names they are. */
function listsIn(values: Values, { person, details }: PersonRecord) {
  return {
    otherNames: namesIn(values.otherNames, details?.names),
    aliases: namesIn(values.aliases, person.kind === 'known' ? person.aliases : []),
    marks: details?.marks ? namesIn(values.marks, details.marks) : [],
  };
}

const sixteen = /^(\d{16})?$/;

/** What is missing or impossible before anything is sent. */
export function check(values: Values, record: PersonRecord) {
  const { otherNames, aliases, marks } = listsIn(values, record);
  const digits = (number: string) => (sixteen.test(number.trim()) ? undefined : t(messages.digits));
  return {
    name: values.name.trim() || values.aliases.trim() ? undefined : t(messages.nameOrAlias),
    otherNames: wrongInNames(otherNames, identityLimits.names, values.name.trim() ? 1 : 0),
    aliases: wrongInNames(aliases, identityLimits.aliases),
    marks: wrongInNames(marks, identityLimits.marks),
    nik: digits(values.nik),
    familyCard: digits(values.familyCard),
    kin: isKinComplete(values.kin) ? undefined : t(messages.kinIncomplete),
    ...(record.person.ageClass === 'ADULT' ? required(values, ['nameReason']) : {}),
  };
}

/** The field of the form that the server means: it knows the full name and the others as one list. */
export function fieldMeant(field: string, values: Values): string {
  const path = field.split(/[./]/);
  const at = path.indexOf('names');
  if (at < 0) return field === 'identity' ? 'nameReason' : field;
  const full = values.name.trim() !== '';
  const index = path[at + 1];
  if (index === undefined) return values.otherNames.trim() ? 'otherNames' : 'name';
  return full && index === '0' ? 'name' : 'otherNames';
}

/** The input of persons/identify. What the viewer does not see is not sent: the server leaves it as it was. */
export function inputOf(values: Values, record: PersonRecord): IdentifyPerson {
  const { otherNames, aliases, marks } = listsIn(values, record);
  const drop = [
    ...(values.dropNik ? (['nik'] as const) : []),
    ...(values.dropFamilyCard ? (['familyCard'] as const) : []),
  ];
  const reason = nameReasons.find((it) => it === values.nameReason);
  return {
    personId: record.person.personId,
    sex: sexes.find((it) => it === values.sex) ?? 'unknown',
    identity: {
      names: [values.name.trim(), ...otherNames].filter(Boolean),
      aliases,
      kin: values.kin.map(kinOf),
      marks,
      ...textOf('birthPlace', values.birthPlace),
      ...textOf('language', values.language.join(', ')),
      ...textOf('suku', values.suku),
      ...textOf('address', values.address),
      ...textOf('phone', values.phone),
      ...textOf('nik', values.nik),
      ...textOf('familyCard', values.familyCard),
    },
    ...(drop.length > 0 ? { drop } : {}),
    originArea: values.originArea || null,
    residenceArea: values.residenceArea || null,
    ...(reason ? { nameReason: reason } : {}),
  };
}

function kinOf({ relation, name, phone, address, note }: KinRow): Kin {
  return {
    relation: kinRelations.find((it) => it === relation) ?? 'OTHER_KIN',
    name: name.trim(),
    ...textOf('phone', phone),
    ...textOf('address', address),
    ...textOf('note', note),
  };
}
