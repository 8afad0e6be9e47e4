import { messages } from '#persons/messages.ts';
import { type MatchField, matchFields } from '#persons/rules.ts';
import type { MatchHint } from '#persons/schema.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { Icon, type IconName } from '#web/ui/icons.tsx';

const looks = {
  yes: { className: 'is-yes', icon: 'check', word: messages.yes },
  near: { className: 'is-near', icon: 'near', word: messages.near },
  no: { className: 'is-no', icon: 'x', word: messages.no },
  notNoted: { className: 'is-void', icon: 'minus', word: messages.notNoted },
} as const satisfies Record<string, { className: string; icon: IconName; word: Message }>;

export const fieldWords = {
  name: messages.field_name,
  alias: messages.field_alias,
  sex: messages.field_sex,
  age: messages.field_age,
  mother: messages.field_mother,
  father: messages.field_father,
  origin: messages.field_origin,
  companions: messages.field_companions,
  nik: messages.field_nik,
  marks: messages.field_marks,
} satisfies Record<MatchField, Message>;

/** Field by field what agrees; only fields that were typed are spoken of. */
export function Evidence({ fields }: { fields: MatchHint['fields'] }) {
  return (
    <ul className="evidence">
      {matchFields.map((field) => {
        const how = fields[field];
        if (!how) return null;
        return (
          <li key={field} className={looks[how].className}>
            <Icon name={looks[how].icon} />
            <span>
              <b>{t(fieldWords[field])}</b> {t(looks[how].word)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Whether one field agrees, in a sign and a word; a field that only one record has is not known. */
export function Agrees({ how = 'notNoted' }: { how: keyof typeof looks | undefined }) {
  const { className, icon, word } = looks[how];
  return (
    <span className={`agrees ${className}`}>
      <Icon name={icon} /> {t(word)}
    </span>
  );
}

const steps = { weak: 1, likely: 2, very_likely: 3 };
const sameWords = { weak: messages.sameWeak, likely: messages.sameMaybe, very_likely: messages.sameLikely };

/** How strong a hint is: three bars; with standing five, and the number last. */
export function Strength({ hint }: { hint: MatchHint }) {
  const word = t(hint.kind === 'person' ? sameWords[hint.strength] : messages[hint.strength]);
  const of = hint.kind === 'person' ? 5 : 3;
  const on = hint.kind === 'person' ? Math.max(1, Math.round(hint.percent / 20)) : steps[hint.strength];
  const label =
    hint.kind === 'person'
      ? t(messages.percentOf, { word, percent: hint.percent })
      : t(messages.stepsOf, { word, n: on });
  return (
    <div className="row">
      <span className="verdict">{word}</span>
      <span className="strength" role="img" aria-label={label}>
        {Array.from({ length: of }, (_, n) => `bar ${n}`).map((bar, n) => (
          <i key={bar} className={n < on ? 'on' : ''} />
        ))}
      </span>
      {hint.kind === 'person' ? <span className="meta">{hint.percent} %</span> : null}
    </div>
  );
}
