import { useState } from 'react';
import { messages as encounterMessages } from '#encounters/messages.ts';
import { messages } from '#persons/messages/age.ts';
import type { Person } from '#persons/schema.ts';
import { nameReasonOptions } from '#web/persons/person-fields.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DateField, NumberField, PickTiles, Select } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** The button that states somebody's age, and its dialog. */
export function SayAge({ person, words, onDone }: { person: Person; words: Lists; onDone: () => void }) {
  const [saying, setSaying] = useState(false);
  const toast = useToast();
  const said = () => {
    setSaying(false);
    toast({ text: t(messages.ageRecorded), icon: 'check' });
    onDone();
  };
  return (
    <>
      <Button onClick={() => setSaying(true)}>{t(messages.ageSay)}</Button>
      <Dialog open={saying} onClose={() => setSaying(false)} title={t(messages.ageSay)}>
        <AgeForm person={person} words={words} onDone={said} />
      </Dialog>
    </>
  );
}

// From a document or by judgement; who said so before stays on record.
function AgeForm({ person, words, onDone }: { person: Person; words: Lists; onDone: () => void }) {
  const form = useForm({
    initial: { kind: '', yearsLow: '', birthDate: '', nameReason: '' },
    check: (values) =>
      required(values, values.kind === 'documented' ? ['kind', 'birthDate'] : ['kind', 'yearsLow']),
    submit: async ({ kind, yearsLow, birthDate, nameReason }, sending) => {
      const age = kind === 'documented' ? { birthDate } : { yearsLow: Number(yearsLow) };
      const input = { personId: person.personId, kind, ...age, ...(nameReason ? { nameReason } : {}) };
      await accepted('persons/state-age', input, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <PickTiles
        field={form.field('kind')}
        label={t(messages.ageSource)}
        options={words.options('age_source').filter((it) => it.value !== 'stated')}
      />
      {form.values.kind === 'documented' ? (
        <DateField field={form.field('birthDate')} label={t(messages.ageBirthDate)} />
      ) : (
        <NumberField
          field={form.field('yearsLow')}
          label={t(messages.ageYears)}
          hint={t(messages.ageYearsHint)}
          maxLength={3}
        />
      )}
      {person.kind === 'known' ? (
        <Select
          field={form.field('nameReason')}
          label={t(encounterMessages.nameReason)}
          hint={t(encounterMessages.nameReasonHint)}
          options={nameReasonOptions()}
          optional
        />
      ) : null}
      <Row>
        <SubmitButton form={form}>{t(messages.ageSay)}</SubmitButton>
      </Row>
    </Form>
  );
}
