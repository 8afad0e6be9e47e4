import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#custody/messages.ts';
import type { Awaiting } from '#custody/schema/reads.ts';
import type { Stated } from '#custody/schema.ts';
import { BelongingsField } from '#web/custody/belongings-field.tsx';
import { FacilityReason } from '#web/custody/facility-reason.tsx';
import { agenciesFitting, agencyKindsOf, fill } from '#web/custody/fitting.ts';
import { keptProblem } from '#web/custody/kept-rows.ts';
import { asksReason, inputOf, type Values, withKind } from '#web/custody/take-in-values.ts';
import { personFacts, personView } from '#web/persons/person-of.tsx';
import { asProblem, command, ProblemError } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { agencyName, type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { DateTimeField, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';
import '#web/custody/custody.css';

/** Somebody who was met, and for whom nobody answers yet: from here on one side does. */
export function Screen({ params }: ScreenProps) {
  const waiting = useQuery<{ items: Awaiting[] }>('custody/awaiting');
  const lists = useLists();
  return (
    <Page
      title={t(messages.takeInTitle)}
      lead={t(messages.takeInLead)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
    >
      <Loaded query={{ ...lists, set: () => {} }} what={t(messages.awaitingWhat)}>
        {(words) => (
          <Loaded query={waiting} what={t(messages.awaitingWhat)}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState
                  level={2}
                  title={t(messages.awaitingNone)}
                  action={<LinkButton href="/catat">{t(messages.recordEncounter)}</LinkButton>}
                >
                  {t(messages.awaitingNoneMore)}
                </EmptyState>
              ) : (
                <TakeInForm items={items} personId={params.personId ?? ''} words={words} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function TakeInForm({ items, personId, words }: { items: Awaiting[]; personId: string; words: Lists }) {
  const [, navigate] = useLocation();
  const [conflict, setConflict] = useState(false);
  const agencies = useAgencies();
  const { staff } = useSession();
  const toast = useToast();
  const chosen = items.find((it) => it.person.personId === personId) ?? items[0];
  const form = useForm<Values>({
    initial: {
      personId: chosen?.person.personId ?? '',
      custodianKind: staff.role === 'field_officer' ? 'FIELD_TEAM' : '',
      agencyCode: '',
      facility: '',
      basis: 'OPERATION',
      at: chosen?.metAt ?? '',
      facilityReason: '',
      facilityNote: '',
      policeReference: '',
      belongings: [],
    },
    check: (values) => ({
      ...required(values, ['personId', 'custodianKind', 'basis', 'at']),
      belongings: keptProblem(values.belongings),
    }),
    submit: async (values, sending) => {
      const input = { ...inputOf(values, words, items), custodyId: sending.id };
      const answer = await command<Stated>('custody/take-in', input, sending);
      if (answer.outcome === 'refused') throw new ProblemError(asProblem(answer.result));
      if (answer.outcome === 'conflict') return setConflict(true);
      toast({ text: t(messages.takeInDone), icon: 'check' });
      navigate(`/penjagaan/${sending.id}`);
    },
  });
  const { values } = form;
  const person = form.field('personId');
  const kind = form.field('custodianKind');
  if (conflict) return <ConflictNotice />;
  return (
    <Form form={form}>
      <Card title={t(messages.who)}>
        <Select
          field={{
            ...person,
            set: (id) => {
              person.set(id);
              form.set('at', items.find((it) => it.person.personId === id)?.metAt ?? values.at);
            },
          }}
          label={t(messages.who)}
          options={items.map((it) => ({
            value: it.person.personId,
            label: `${wordsOf(personView(it.person))}, ${personFacts(it.person)}, ${t(messages.metAt, { when: dateTime(it.metAt) })}`,
          }))}
        />
        <DateTimeField
          key={values.personId}
          field={form.field('at')}
          label={t(messages.sinceWhen)}
          hint={t(messages.sinceHint)}
        />
      </Card>
      <Card title={t(messages.custodian)}>
        <PickTiles
          field={{
            ...kind,
            set: (chosen) => fill(form, withKind(values, chosen, { words, agencies: agencies.data })),
          }}
          label={t(messages.custodian)}
          options={words.options('custodian_kind')}
        />
        {agencyKindsOf(words, values.custodianKind).length > 0 ? (
          <Select
            field={form.field('agencyCode')}
            label={t(messages.agency)}
            placeholder={agencies.nameOf(staff.agencyCode)}
            options={agenciesFitting(agencies.data, words, values.custodianKind).map((it) => ({
              value: it.agencyCode,
              label: agencyName(it),
            }))}
            optional
          />
        ) : null}
        <FacilityReason
          asks={asksReason(words, values.custodianKind)}
          words={words}
          reason={form.field('facilityReason')}
          note={form.field('facilityNote')}
          police={form.field('policeReference')}
        />
        <TextField
          field={form.field('facility')}
          label={t(messages.facility)}
          hint={t(messages.facilityHint)}
          maxLength={120}
          optional
        />
        <Select
          field={form.field('basis')}
          label={t(messages.basis)}
          options={words.options('handover_basis')}
        />
      </Card>
      <Card title={t(messages.keptTitle)}>
        <BelongingsField field={form.field('belongings')} problem={form.problem} />
      </Card>
      <StickyActions>
        <SubmitButton form={form} icon="check" big>
          {t(messages.takeInDo)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}

/** A statement that stands beside another one: stored, and waiting for a decision. */
export function ConflictNotice() {
  return (
    <Notice tone="warning" title={t(messages.conflictTitle)}>
      <p>{t(messages.conflictMore)}</p>
      <div>
        <LinkButton kind="primary" href="/penjagaan/dua-pernyataan">
          {t(messages.decideNow)}
        </LinkButton>
      </div>
    </Notice>
  );
}
