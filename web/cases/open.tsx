import { useLocation, useSearch } from 'wouter';
import { messages } from '#cases/messages.ts';
import { riskLevels, sources } from '#cases/schema/acts.ts';
import type { PersonRecord } from '#persons/schema.ts';
import { riskName } from '#web/cases/words.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { useColleagues } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
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
  return (
    <Page
      title={t(messages.openTitle)}
      lead={t(messages.openLead)}
      crumbs={[{ label: t(messages.place), href: '/kasus' }]}
    >
      {personId ? (
        <Loaded query={person} what={t(messages.child)}>
          {(record) => <OpenForm record={record} from={asked.get('dari') ?? ''} fromId={asked.get('id')} />}
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

function OpenForm({ record, from, fromId }: { record: PersonRecord; from: string; fromId: string | null }) {
  const { person } = record;
  const { staff } = useSession();
  const colleagues = useColleagues();
  const [, navigate] = useLocation();
  const toast = useToast();
  const chooses = staff.role === 'supervisor';
  const form = useForm({
    initial: {
      openedFrom: sources.find((it) => it === from) ?? '',
      riskLevel: '',
      riskReason: '',
      workerId: chooses ? '' : staff.staffId,
    },
    check: (values) => required(values, ['openedFrom', 'riskLevel', 'riskReason', 'workerId']),
    submit: async (values, sending) => {
      const caseId = newId();
      const input = {
        caseId,
        personId: person.personId,
        ...values,
        ...(fromId ? { openedFromId: fromId } : {}),
      };
      const opened = await accepted<{ caseNumber: string }>('cases/open', input, sending);
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
