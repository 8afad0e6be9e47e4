import { messages } from '#persons/messages/identity.ts';
import type { PersonRecord } from '#persons/schema.ts';
import { type KinRow, type Values, valuesOf } from '#web/persons/identity-values.ts';
import { sexOptions } from '#web/persons/person-fields.tsx';
import { useOrigins } from '#web/persons/use-origins.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { ChangedMeanwhile } from '#web/ui/changed-meanwhile.tsx';

const compared = {
  name: messages.name,
  otherNames: messages.otherNames,
  aliases: messages.aliases,
  sex: messages.sex,
  originArea: messages.origin,
  residenceArea: messages.residence,
  birthPlace: messages.birthPlace,
  address: messages.address,
  phone: messages.phone,
  language: messages.language,
  suku: messages.suku,
  kin: messages.kinTitle,
  marks: messages.marks,
} satisfies Partial<Record<keyof Values, Message>>;
type Compared = keyof typeof compared;

/** What differs between the record as it is stored now and the form, once somebody else changed it. */
export function IdentityChanged(props: {
  newest: PersonRecord;
  form: {
    values: Values;
    set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
    field: (name: Compared) => { id: string };
  };
  words: Lists;
}) {
  const { newest, form } = props;
  const origins = useOrigins();
  if (newest.version === form.values.base) return null;
  const now = valuesOf(newest);
  const said = (values: Values, name: Compared) => {
    const origin = name === 'originArea' && origins.find((it) => it.value === values.originArea);
    return origin ? origin.label : shown(values, name, props.words);
  };
  return (
    <ChangedMeanwhile
      parts={(Object.keys(compared) as Compared[])
        .filter((name) => said(now, name) !== said(form.values, name))
        .map((name) => ({ name, label: t(compared[name]), stored: said(now, name) }))}
      onTake={(name) => form.set(name, now[name])}
      idOf={(name) => form.field(name).id}
    />
  );
}

function shown(values: Values, name: Compared, words: Lists): string {
  if (name === 'kin') return values.kin.map((it) => kinWords(it, words)).join('; ');
  if (name === 'language') return values.language.map((it) => words.label('language', it)).join(', ');
  if (name === 'originArea' || name === 'residenceArea') return words.area(values[name]) || values[name];
  if (name === 'sex') return sexOptions().find((it) => it.value === values.sex)?.label ?? '';
  return values[name];
}

function kinWords({ name, relation, phone, address, note }: KinRow, words: Lists): string {
  const more = [words.label('kin_relation', relation), phone, address, note].filter(Boolean);
  return `${name} (${more.join(', ')})`;
}
