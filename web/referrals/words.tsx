import type { Person } from '#persons/schema.ts';
import { messages } from '#referrals/messages.ts';
import type { DisclosableField } from '#referrals/rules.ts';
import type { DisclosedField, ReferralItem, ReferralState } from '#referrals/schema.ts';
import { messages as personMessages } from '#web/persons/person-messages.ts';
import { personView } from '#web/persons/person-of.tsx';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Clock, DueClock } from '#web/ui/clock.tsx';
import { PersonTag } from '#web/ui/person-tag.tsx';

export const stateWords = {
  sent: messages.stateSent,
  accepted: messages.stateAccepted,
  declined: messages.stateDeclined,
  completed: messages.stateCompleted,
  withdrawn: messages.stateWithdrawn,
} satisfies Record<ReferralState, Message>;

export const fieldWords = {
  name: messages.name,
  age: messages.age,
  sex: messages.sex,
  originArea: messages.originArea,
  kin: messages.kin,
  address: messages.address,
  need: messages.need,
  riskLevel: messages.riskLevel,
  assessmentSummary: messages.assessmentSummary,
  ownWords: messages.ownWords,
} satisfies Record<DisclosableField, Message>;

/** How long a referral still has, or how and when it ended. */
export function ReferralClock({ referral, long }: { referral: ReferralItem; long?: boolean | undefined }) {
  const { state, closedAt, dueAt, sentAt, pausedSince, minutesLeft } = referral;
  if (closedAt)
    return (
      <Clock form="done">
        {t(messages.closedOn, { state: t(stateWords[state]), date: shortDate(closedAt) })}
      </Clock>
    );
  const workingDays = minutesLeft === null ? null : Math.trunc(minutesLeft / 1440);
  return (
    <>
      <DueClock limit={{ due: dueAt, since: sentAt, paused: pausedSince !== null, workingDays }} />
      {long && pausedSince === null ? (
        <span className="meta">{t(messages.until, { when: dateTime(dueAt) })}</span>
      ) : null}
    </>
  );
}

/** Sex and age as far as they are shown; what is not disclosed is left out, never called unknown. */
export function shownFacts(person: Person): string {
  const years = person.ageLow === person.ageHigh ? `${person.ageLow}` : `${person.ageLow}–${person.ageHigh}`;
  return [
    person.sex === 'unknown' ? '' : t(personMessages[person.sex]),
    person.ageLow === null ? '' : t(personMessages.years, { years }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The child of a referral in the form that the viewer may know, or the words that it is no longer shown. */
export function ReferralPerson(props: { referral: ReferralItem; more?: string | undefined }) {
  const { person } = props.referral;
  if (!person)
    return (
      <PersonTag
        person={{ kind: 'restricted', caseNumber: props.referral.number, reason: t(messages.noNameAnyMore) }}
      />
    );
  const more = [shownFacts(person), props.more].filter(Boolean).join(' · ');
  const view = personView(person);
  if (view.kind !== 'restricted') return <PersonTag person={view} more={more} />;
  return (
    <PersonTag person={{ ...view, reason: [t(messages.nameWithheld), more].filter(Boolean).join(' · ') }} />
  );
}

/** What a disclosed field says, in words; empty where there is nothing yet. */
export function valueWords(value: DisclosedField, lists: Lists, person: Person | null): string {
  switch (value.field) {
    case 'name':
      return person?.kind === 'known' ? [person.name, ...person.aliases].join(', ') : '';
    case 'age':
      return person && person.ageLow !== null ? shownFacts({ ...person, sex: 'unknown' }) : '';
    case 'sex':
      return person && person.sex !== 'unknown' ? t(personMessages[person.sex]) : '';
    case 'need':
      return (value.codes ?? []).map((code) => lists.label('need', code)).join(', ');
    case 'riskLevel':
      return (value.codes ?? []).map((code) => lists.label('risk_level', code)).join(', ');
    case 'kin':
      return (value.kin ?? [])
        .map((it) => [it.name, lists.label('kin_relation', it.relation), it.phone].filter(Boolean).join(', '))
        .join('; ');
    default:
      return value.text ?? '';
  }
}
