import { nameReasons } from '#persons/rules.ts';
import { type IdentifyPerson, type Kin, kinRelations, type PersonRecord } from '#persons/schema.ts';
import { sexes } from '#platform/schemas.ts';
import { textOf } from '#web/persons/filled.ts';
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

const listOf = (text: string) =>
  text
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean);

/** What is on record, as far as the viewer sees it. The numbers are never shown in full: they start empty. */
export function valuesOf({ person, details, originArea, residenceArea, version }: PersonRecord): Values {
  const names = details?.names ?? [];
  const { kin = [] } = details ?? {};
  return {
    base: version,
    name: names[0] ?? '',
    otherNames: names.slice(1).join(', '),
    aliases: person.kind === 'known' ? person.aliases.join(', ') : '',
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
    marks: (details?.marks ?? []).join(', '),
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

/** The input of persons/identify. What the viewer does not see is not sent: the server leaves it as it was. */
export function inputOf(values: Values, record: PersonRecord): IdentifyPerson {
  const sees = record.details ?? {};
  const drop = [
    ...(values.dropNik ? (['nik'] as const) : []),
    ...(values.dropFamilyCard ? (['familyCard'] as const) : []),
  ];
  const reason = nameReasons.find((it) => it === values.nameReason);
  return {
    personId: record.person.personId,
    sex: sexes.find((it) => it === values.sex) ?? 'unknown',
    identity: {
      names: [values.name.trim(), ...listOf(values.otherNames)].filter(Boolean),
      aliases: listOf(values.aliases),
      kin: values.kin.map(kinOf),
      marks: sees.marks ? listOf(values.marks) : [],
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
