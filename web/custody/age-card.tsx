import { useState } from 'react';
import { messages } from '#custody/messages/age.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { messages as encounterMessages } from '#encounters/messages.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DateField, NumberField, PickTiles, Select } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { record: CustodyRecord; words: Lists; onDone: () => void };

/** An age that was stated differently, and the way to state it again: a supervisor's word settles it. */
export function ContestedAge({ record, words, onDone }: Props) {
  const [saying, setSaying] = useState(false);
  const toast = useToast();
  const { held, over } = record;
  if (!held.ageContested || over) return null;
  return (
    <Card title={t(messages.ageTitle)}>
      <p>{t(messages.ageContested)}</p>
      {held.mayHandOver ? <Button onClick={() => setSaying(true)}>{t(messages.ageSay)}</Button> : null}
      <Dialog open={saying} onClose={() => setSaying(false)} title={t(messages.ageSay)}>
        <AgeForm
          record={record}
          words={words}
          onDone={() => {
            setSaying(false);
            toast({ text: t(messages.ageRecorded), icon: 'check' });
            onDone();
          }}
        />
      </Dialog>
    </Card>
  );
}

function AgeForm({ record, words, onDone }: Props) {
  const { person } = record.held;
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
          options={[
            { value: 'ASKS_SERVICE', label: t(encounterMessages.asksService) },
            { value: 'ACCOMPANIES_CHILD', label: t(encounterMessages.accompaniesChild) },
          ]}
          optional
        />
      ) : null}
      <Row>
        <SubmitButton form={form}>{t(messages.ageSay)}</SubmitButton>
      </Row>
    </Form>
  );
}
