import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { messages } from '#cases/messages.ts';
import { riskLevels, sources } from '#cases/schema/acts.ts';
import type { CaseLine } from '#cases/schema/reads.ts';
import type { PersonRecord } from '#persons/schema.ts';
import { type ClosedCase, ReopenFirst } from '#web/cases/reopen.tsx';
import { riskName } from '#web/cases/words.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { useColleagues } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';
import '#web/cases/cases.css';

const sourceWords = {
  CUSTODY: messages.source_CUSTODY,
  ENCOUNTER: messages.source_ENCOUNTER,
  REPORT: messages.source_REPORT,
};

/** Opens a case for a child: `/kasus/buka?anak=…&dari=CUSTODY&id=…`. */
export function Screen() {
  const asked = new URLSearchParams(useSearch());
  const personId = asked.get('anak');
  const person = useQuery<PersonRecord>(personId ? `persons/${personId}` : null);
  const cases = useQuery<{ items: CaseLine[] }>(personId ? `persons/${personId}/cases` : null);
  return (
    <Page
      title={t(messages.openTitle)}
      lead={t(messages.openLead)}
      crumbs={[{ label: t(messages.place), href: '/kasus' }]}
    >
      {personId ? (
        <Loaded query={person} what={t(messages.child)}>
          {(record) => (
            <Loaded query={cases} what={t(messages.list)}>
              {({ items }) => (
                <OpenForm
                  record={record}
                  closed={closedOf(items)}
                  from={asked.get('dari') ?? ''}
                  fromId={asked.get('id')}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      ) : (
        <EmptyState
          level={2}
          title={t(messages.noChild)}
          action={<LinkButton href="/anak">{t(messages.chooseChild)}</LinkButton>}
        >
          {t(messages.noChildMore)}
        </EmptyState>
      )}
    </Page>
  );
}

/** The last closed case of a child without an open one; who sees its risk is of its team and may open it again. */
function closedOf(items: readonly CaseLine[]): ClosedCase | undefined {
  const last = items.find((it) => it.closedAt !== null);
  if (!last?.closedAt || items.some((it) => it.state === 'open')) return undefined;
  const { caseNumber, closedAt } = last;
  return { caseNumber, closedAt, ...(last.riskLevel ? { caseId: last.caseId } : {}) };
}

/** The closed case the server names that the viewer does not see. */
function unseenOf(problem: Problem | undefined): ClosedCase | undefined {
  const { caseNumber, closedOn } = problem?.details ?? {};
  if (problem?.code !== 'case-closed-before') return undefined;
  return { caseNumber: String(caseNumber), closedAt: String(closedOn) };
}

type Props = {
  record: PersonRecord;
  closed: ClosedCase | undefined;
  from: string;
  fromId: string | null;
};

/** What may be offered for a child: the closed case again, and a new one only when that is asked for. */
function OpenForm({ record, closed, ...rest }: Props) {
  const [asNew, setAsNew] = useState(false);
  if (closed && !asNew)
    return (
      <Stack>
        <PersonOf person={record.person} plain />
        <ReopenFirst closed={closed} onNew={() => setAsNew(true)} />
      </Stack>
    );
  return <NewCaseForm record={record} closed={closed} {...rest} />;
}

function NewCaseForm({ record, closed, from, fromId }: Props) {
  const { person } = record;
  const { staff } = useSession();
  const colleagues = useColleagues();
  const [, navigate] = useLocation();
  const toast = useToast();
  const chooses = staff.role === 'supervisor';
  const [unseen, learn] = useState<ClosedCase>();
  const before = closed ?? unseen;
  const form = useForm({
    initial: {
      openedFrom: sources.find((it) => it === from) ?? '',
      riskLevel: '',
      riskReason: '',
      workerId: chooses ? '' : staff.staffId,
      newCaseReason: '',
    },
    check: (values) =>
      required(values, [
        'openedFrom',
        'riskLevel',
        'riskReason',
        'workerId',
        ...(before ? (['newCaseReason'] as const) : []),
      ]),
    submit: async ({ newCaseReason, ...values }, sending) => {
      const caseId = sending.id;
      const input = {
        caseId,
        personId: person.personId,
        ...values,
        ...(fromId ? { openedFromId: fromId } : {}),
        ...(newCaseReason.trim() ? { newCaseReason: newCaseReason.trim() } : {}),
      };
      const opened = await accepted<{ caseNumber: string }>('cases/open', input, sending).catch((error) => {
        learn((last) => unseenOf(asProblem(error)) ?? last);
        throw error;
      });
      toast({ text: t(messages.openedNow, { number: opened.caseNumber }) });
      navigate(`/kasus/${caseId}`);
    },
  });
  const workers = (colleagues.data ?? [])
    .filter((it) => it.agencyCode === staff.agencyCode && ['social_worker', 'supervisor'].includes(it.role))
    .map((it) => ({ value: it.staffId, label: it.name }));
  const number = form.problem?.details?.caseNumber;
  return (
    <Form form={form}>
      {typeof number === 'string' ? (
        <Notice tone="warning">{t(messages.openNumber, { number })}</Notice>
      ) : null}
      {before ? <ReopenFirst closed={before} /> : null}
      <Card>
        <PersonOf person={person} plain />
        <PickTiles
          field={form.field('openedFrom')}
          label={t(messages.openFrom)}
          options={sources.map((value) => ({ value, label: t(sourceWords[value]) }))}
        />
        <PickTiles
          field={form.field('riskLevel')}
          label={t(messages.risk)}
          options={riskLevels.map((value) => ({ value, label: riskName(value) }))}
        />
        <TextField field={form.field('riskReason')} label={t(messages.riskWhy)} lines={3} maxLength={500} />
        {before ? (
          <TextField
            field={form.field('newCaseReason')}
            label={t(messages.newCaseReason)}
            lines={3}
            maxLength={500}
          />
        ) : null}
        {chooses ? (
          <Select field={form.field('workerId')} label={t(messages.worker)} options={workers} />
        ) : null}
      </Card>
      <SubmitButton form={form} big>
        {t(messages.openVerb)}
      </SubmitButton>
    </Form>
  );
}
