import type { Person } from '#persons/schema.ts';
import { messages } from '#services/messages.ts';
import { monthsAfter, says } from '#services/rules.ts';
import type { Enrolment } from '#services/schema.ts';
import { personFacts } from '#web/persons/person-of.tsx';
import { accepted } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { DateField, PickTiles, Select } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

const today = () => wallClock(Date.now()).date;
type Kept = 'enrolled' | 'refused';
type AskProps = { programmeId: string; onDone: (kept: Kept) => void };

/** Asks one of the viewer's children, and keeps the answer. */
export function AskForm({ programmeId, onDone }: AskProps) {
  const candidates = useQuery<{ items: Person[] }>(`programmes/${programmeId}/candidates`);
  return (
    <Loaded query={candidates} what={t(messages.candidates)}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t(messages.noCandidates)}</p>
        ) : (
          <AnswerForm whom={items} programmeId={programmeId} onDone={onDone} />
        )
      }
    </Loaded>
  );
}

const guardianWords = {
  agrees: messages.agrees,
  refuses: messages.refuses,
  not_reached: messages.not_reached,
  none: messages.noGuardian,
};

function AnswerForm({ whom, programmeId, onDone }: AskProps & { whom: readonly Person[] }) {
  const form = useForm({
    initial: { personId: '', childSays: '', guardianSays: '', askedOn: today() },
    check: (values) => required(values, ['personId', 'childSays', 'guardianSays', 'askedOn']),
    submit: async (values, sending) => {
      const answer = await accepted<{ state: Kept }>(
        'services/ask-child',
        { ...values, enrolmentId: sending.id, programmeId },
        sending,
      );
      onDone(answer.state);
    },
  });
  const nameOf = (person: Person) => {
    const name = person.kind === 'known' ? person.name : ('initials' in person && person.initials) || '–';
    return `${name} (${personFacts(person)})`;
  };
  return (
    <Form form={form}>
      <p>{t(messages.askMore)}</p>
      <Select
        field={form.field('personId')}
        label={t(messages.child)}
        options={whom.map((person) => ({ value: person.personId, label: nameOf(person) }))}
      />
      <PickTiles
        field={form.field('childSays')}
        label={t(messages.childSays)}
        options={says.child.map((value) => ({ value, label: t(messages[value]) }))}
      />
      <PickTiles
        field={form.field('guardianSays')}
        label={t(messages.guardianSays)}
        options={says.guardian.map((value) => ({ value, label: t(guardianWords[value]) }))}
      />
      <DateField field={form.field('askedOn')} label={t(messages.askedOn)} max={today()} />
      <SubmitButton form={form} icon="check">
        {t(messages.keepAnswer)}
      </SubmitButton>
    </Form>
  );
}

/** A child leaves early; no reason is asked. */
export function LeaveForm({ enrolmentId, onDone }: { enrolmentId: string; onDone: () => void }) {
  const form = useForm({
    initial: { by: '', on: today() },
    check: (values) => required(values, ['by', 'on']),
    submit: async (values, sending) => {
      await accepted('services/leave-programme', { ...values, enrolmentId }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p>{t(messages.leaveMore)}</p>
      <PickTiles
        field={form.field('by')}
        label={t(messages.leaveBy)}
        options={(['child', 'guardian', 'team'] as const).map((value) => ({
          value,
          label: t(messages[`by${value}`]),
        }))}
      />
      <DateField field={form.field('on')} label={t(messages.on)} max={today()} />
      <SubmitButton form={form} icon="check">
        {t(messages.leaveVerb)}
      </SubmitButton>
    </Form>
  );
}

/** How a child fares at the end, and months later. */
export function OutcomeForm(props: { place: Enrolment; words: Lists; onDone: () => void }) {
  const { place, words, onDone } = props;
  const next = monthsAfter.find((n) => !place.outcomes.some((it) => it.afterMonths === n)) ?? 12;
  const form = useForm({
    initial: { afterMonths: String(next), outcome: '', seenOn: today() },
    check: (values) => required(values, ['afterMonths', 'outcome', 'seenOn']),
    submit: async ({ afterMonths, ...values }, sending) => {
      await accepted(
        'services/keep-outcome',
        {
          ...values,
          outcomeId: sending.id,
          enrolmentId: place.enrolmentId,
          afterMonths: Number(afterMonths),
        },
        sending,
      );
      onDone();
    },
  });
  return (
    <Form form={form}>
      <Select
        field={form.field('afterMonths')}
        label={t(messages.afterMonths)}
        options={monthsAfter.map((n) => ({
          value: String(n),
          label: n === 0 ? t(messages.atEnd) : t(messages.monthsLater, { n }),
        }))}
      />
      <Select
        field={form.field('outcome')}
        label={t(messages.outcome)}
        options={words.options('programme_outcome')}
      />
      <DateField field={form.field('seenOn')} label={t(messages.on)} max={today()} />
      <SubmitButton form={form} icon="check">
        {t(messages.keepOutcome)}
      </SubmitButton>
    </Form>
  );
}
