import { useLocation } from 'wouter';
import { messages } from '#persons/messages/identity.ts';
import type { PersonRecord } from '#persons/schema.ts';
import { IdentityChanged } from '#web/persons/identity-changed.tsx';
import { check, fieldMeant, inputOf, type Values, valuesOf } from '#web/persons/identity-values.ts';
import { KinField } from '#web/persons/kin-field.tsx';
import { nameReasonOptions, OriginField, sexOptions } from '#web/persons/person-fields.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { accepted, asProblem, ProblemError } from '#web/platform/api.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useNewest } from '#web/platform/use-newest.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Checkbox, PickMany, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { type Bound, useForm } from '#web/ui/use-form.ts';
import '#web/persons/identity.css';

/** Gives an unnamed child a name, or corrects who a child is: as much of it as the viewer is shown. */
export function Screen({ params }: ScreenProps) {
  const record = useQuery<PersonRecord>(`persons/${params.personId}`);
  const lists = useLists();
  const isNamed = record.data?.person.kind !== 'unnamed';
  return (
    <Page
      title={t(isNamed ? messages.correct : messages.giveName)}
      lead={t(messages.lead)}
      crumbs={[{ label: t(messages.child), href: `/anak/${params.personId}` }]}
    >
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={record} what={t(messages.one)}>
            {(data) => <IdentityForm key={data.person.personId} record={data} words={words} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Parts = {
  record: PersonRecord;
  words: Lists;
  field: <Name extends keyof Values & string>(name: Name) => Bound<Values[Name]>;
};

function IdentityForm({ record, words }: { record: PersonRecord; words: Lists }) {
  const { personId } = record.person;
  const { newest, onRefused } = useNewest(record, `persons/${personId}`);
  const [, navigate] = useLocation();
  const toast = useToast();
  const form = useForm<Values>({
    initial: valuesOf(record),
    draft: { key: `identitas ${personId}`, safe: ['base'] },
    check: (values) => check(values, record),
    submit: async (values, sending) => {
      // What is on record now stands beside what was typed by then: to save is to decide.
      const options = { ...sending, basedOn: newest.version };
      const done = await accepted<{ warnings: string[] }>(
        'persons/identify',
        inputOf(values, newest),
        options,
      )
        .catch(onRefused)
        .catch((error: unknown) => {
          throw atItsField(error, values);
        });
      const doubts = done.warnings.map(doubtOf).filter(Boolean).join(', ');
      toast({ text: doubts ? t(messages.savedWithDoubt, { doubts }) : t(messages.saved), icon: 'check' });
      navigate(`/anak/${personId}`);
    },
  });
  const parts = { record, words, field: form.field };
  return (
    <Form form={form}>
      <Stack gap="wide">
        <PersonOf person={record.person} plain />
        <IdentityChanged newest={newest} form={form} words={words} />
        <NameCard {...parts} />
        <HomeCard {...parts} />
        {record.details?.kin ? (
          <Card title={t(messages.kinTitle)}>
            <KinField field={form.field('kin')} problem={form.problem} words={words} />
          </Card>
        ) : null}
        <NumbersCard {...parts} />
        <StickyActions>
          <SubmitButton form={form} big>
            {t(messages.save)}
          </SubmitButton>
        </StickyActions>
      </Stack>
    </Form>
  );
}

function atItsField(error: unknown, values: Values): ProblemError {
  const { field, fields = [], ...problem } = asProblem(error);
  return new ProblemError({
    ...problem,
    ...(field ? { field: fieldMeant(field, values) } : {}),
    fields: fields.map((it) => ({ ...it, field: fieldMeant(it.field, values) })),
  });
}

function doubtOf(code: string): string {
  // A sample number is no doubt on a city of invented people, the only one that takes it.
  if (code === 'nik-synthetic') return '';
  const words = (messages as Record<string, Message>)[code];
  return words ? t(words) : code;
}

function NameCard({ record, field }: Parts) {
  return (
    <Card title={t(messages.whoTitle)}>
      <TextField field={field('name')} label={t(messages.name)} maxLength={120} optional />
      <TextField
        field={field('aliases')}
        label={t(messages.aliases)}
        hint={t(messages.commas)}
        maxLength={400}
        optional
      />
      <TextField
        field={field('otherNames')}
        label={t(messages.otherNames)}
        hint={t(messages.commas)}
        maxLength={400}
        optional
      />
      <PickTiles field={field('sex')} label={t(messages.sex)} options={sexOptions()} />
      {record.person.ageClass === 'ADULT' ? (
        <PickTiles field={field('nameReason')} label={t(messages.nameReason)} options={nameReasonOptions()} />
      ) : null}
    </Card>
  );
}

function HomeCard({ record, words, field }: Parts) {
  const { details } = record;
  return (
    <Card title={t(messages.whereTitle)}>
      <OriginField field={field('originArea')} label={t(messages.origin)} words={words} />
      <Select
        field={field('residenceArea')}
        label={t(messages.residence)}
        options={words.villages()}
        optional
      />
      {details?.address === undefined ? null : (
        <>
          <TextField field={field('address')} label={t(messages.address)} maxLength={200} optional />
          <TextField
            field={field('phone')}
            label={t(messages.phone)}
            type="tel"
            inputMode="tel"
            maxLength={30}
            optional
          />
        </>
      )}
      {details?.kin ? (
        <>
          <TextField field={field('birthPlace')} label={t(messages.birthPlace)} maxLength={80} optional />
          <PickMany
            field={field('language')}
            label={t(messages.language)}
            options={words.options('language')}
            grid
            optional
          />
          <TextField field={field('suku')} label={t(messages.suku)} maxLength={40} optional />
        </>
      ) : null}
      {details?.marks ? (
        <TextField
          field={field('marks')}
          label={t(messages.marks)}
          hint={t(messages.marksHint)}
          maxLength={600}
          optional
        />
      ) : null}
    </Card>
  );
}

function NumbersCard({ record, field }: Parts) {
  const { nikLastFour, familyCardLastFour } = record.details ?? {};
  const kept = (digits: string | undefined) => (digits ? t(messages.numberKept, { digits }) : undefined);
  return (
    <Card title={t(messages.numbersTitle)}>
      <TextField
        field={field('nik')}
        label={t(messages.nik)}
        hint={kept(nikLastFour)}
        inputMode="numeric"
        maxLength={16}
        optional
      />
      {nikLastFour ? <Checkbox field={field('dropNik')}>{t(messages.dropNik)}</Checkbox> : null}
      <TextField
        field={field('familyCard')}
        label={t(messages.familyCard)}
        hint={kept(familyCardLastFour)}
        inputMode="numeric"
        maxLength={16}
        optional
      />
      {familyCardLastFour ? (
        <Checkbox field={field('dropFamilyCard')}>{t(messages.dropFamilyCard)}</Checkbox>
      ) : null}
    </Card>
  );
}
