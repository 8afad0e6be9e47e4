import { messages } from '#persons/messages/identity.ts';
import type { PersonRecord } from '#persons/schema.ts';
import { type Values, valuesOf } from '#web/persons/identity-values.ts';
import { sexOptions } from '#web/persons/person-fields.tsx';
import { useOrigins } from '#web/persons/use-origins.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Facts } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';

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

/** What somebody else stored meanwhile, beside what was typed: only the parts that differ. */
export function ChangedMeanwhile(props: { stored: PersonRecord; typed: Values; words: Lists }) {
  const origins = useOrigins();
  const now = valuesOf(props.stored);
  const said = (values: Values, name: Compared) => {
    const origin = name === 'originArea' && origins.find((it) => it.value === values.originArea);
    return origin ? origin.label : shown(values, name, props.words);
  };
  const differing = (Object.keys(compared) as Compared[]).filter(
    (name) => said(now, name) !== said(props.typed, name),
  );
  return (
    <Notice tone="warning" title={t(messages.changedTitle)} urgent>
      <p>{t(messages.changedMore)}</p>
      <Facts
        facts={differing.map((name) => [t(compared[name]), said(now, name) || t(messages.storedNothing)])}
      />
    </Notice>
  );
}

function shown(values: Values, name: Compared, words: Lists): string {
  if (name === 'kin')
    return values.kin
      .map(
        (it) => `${it.name} (${words.label('kin_relation', it.relation)}${it.phone ? `, ${it.phone}` : ''})`,
      )
      .join('; ');
  if (name === 'language') return values.language.map((it) => words.label('language', it)).join(', ');
  if (name === 'originArea' || name === 'residenceArea') return words.area(values[name]) || values[name];
  if (name === 'sex') return sexOptions().find((it) => it.value === values.sex)?.label ?? '';
  return values[name];
}
