import { useState } from 'react';
import { messages } from '#meetings/messages/follow-up.ts';
import type { ActionRecord } from '#meetings/schema/follow-up.ts';
import { ActionJourney } from '#web/meetings/action-journey.tsx';
import { ActionClock, ActionProgress } from '#web/meetings/action-words.tsx';
import { KeepFileForm } from '#web/meetings/keep-file-form.tsx';
import { ReportForm } from '#web/meetings/report-form.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { type ScreenProps, useCanOpen } from '#web/platform/router.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { Card, Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { More } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import type { Sending } from '#web/ui/use-form.ts';

/** One action: who does it until when, what follows from which decision, and what was reported. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<ActionRecord>(`follow-up/${params.actionId}`);
  const { data } = query;
  const title = data ? `${data.action.number} ${data.action.what}` : t(messages.place);
  return (
    <Page title={title} crumbs={[{ label: t(messages.place), href: '/tindak-lanjut' }]}>
      <Loaded query={query} what={t(messages.one)}>
        {(record) => <OneAction record={record} query={query} />}
      </Loaded>
    </Page>
  );
}

function OneAction({ record, query }: { record: ActionRecord; query: Query<ActionRecord> }) {
  const { action } = record;
  const agencies = useAgencies();
  return (
    <Stack gap="wide">
      <Card>
        {record.meeting?.invented ? <Notice>{t(messages.invented)}</Notice> : null}
        <Row apart>
          <ActionClock action={action} />
          <span className="meta">{agencies.nameOf(action.responsibleAgency)}</span>
        </Row>
        <ActionProgress action={action} />
        <ActionFacts record={record} />
        <Evidence record={record} onDone={query.reload} />
        <Acts record={record} query={query} />
      </Card>
      <Card title={t(messages.journey)}>
        <ActionJourney record={record} />
      </Card>
    </Stack>
  );
}

function ActionFacts({ record }: { record: ActionRecord }) {
  const { action, meeting } = record;
  const agencies = useAgencies();
  const lists = useLists();
  const canOpen = useCanOpen();
  const place = [action.place, lists.data?.area(action.areaCode)].filter(Boolean).join(', ');
  const at = meeting ? `/rapat/${meeting.meetingId}` : '';
  const called = meeting ? `${meeting.title}, ${dateTime(meeting.startsAt)}` : '';
  const way = at && canOpen(at) ? <Link href={at}>{called}</Link> : called;
  const facts = [
    [t(messages.issue), record.issue],
    [t(messages.decision), action.decision],
    [t(messages.meeting), way],
    [t(messages.supporters), action.supporters.map((code) => agencies.nameOf(code)).join(', ')],
    [t(messages.where), place],
    [t(messages.starts), action.startsOn ? shortDate(action.startsOn) : ''],
    [t(messages.due), action.dueOn ? shortDate(action.dueOn) : ''],
    [t(messages.funds), action.funds],
    [t(messages.output), action.output],
    [t(messages.target), action.target],
    [t(messages.evidenceAsked), action.evidenceAsked],
  ] as const;
  return <Facts facts={facts.filter(([, value]) => value !== '')} />;
}

function Evidence({ record, onDone }: { record: ActionRecord; onDone: () => void }) {
  const agencies = useAgencies();
  const mayAdd = record.abilities.includes('addEvidence');
  if (record.evidence.length === 0 && !mayAdd) return null;
  return (
    <section aria-label={t(messages.evidence)} className="stack stack--tight">
      <b>{t(messages.evidence)}</b>
      {record.evidence.map((file) => (
        <span key={file.fileId}>
          <a href={`/api/follow-up/${record.action.actionId}/evidence/${file.fileId}`}>{file.title}</a>{' '}
          <span className="meta">
            {agencies.nameOf(file.agencyCode)}, {dateTime(file.keptAt)}
          </span>
        </span>
      ))}
      {mayAdd ? (
        <More summary={t(messages.addEvidence)}>
          <p className="meta">{t(messages.reportTextHint)}</p>
          <KeepFileForm
            command="follow-up/keep-evidence"
            on={{ actionId: record.action.actionId }}
            label={t(messages.addEvidence)}
            onDone={onDone}
          />
        </More>
      ) : null}
    </section>
  );
}

type Act = 'report' | 'cancel' | 'reopen';
const doneWords = {
  report: messages.doneReport,
  cancel: messages.doneCancel,
  reopen: messages.doneReopen,
} as const;

function Acts({ record, query }: { record: ActionRecord; query: Query<ActionRecord> }) {
  const [asking, setAsking] = useState<Act | null>(null);
  const toast = useToast();
  const agencies = useAgencies();
  const { actionId, responsibleAgency } = record.action;
  const agency = agencies.nameOf(responsibleAgency);
  const can = (act: Act) => record.abilities.includes(act);
  const close = () => setAsking(null);
  const done = (act: Act) => {
    close();
    toast({ text: t(doneWords[act]), icon: 'check' });
    query.reload();
  };
  const act = async (name: 'cancel' | 'reopen', reason: string, sending: Sending) => {
    await accepted(`follow-up/${name}`, { actionId, updateId: sending.id, reason }, sending);
    done(name);
  };
  if (record.abilities.length === 0) return null;
  return (
    <>
      <Row>
        {can('report') ? (
          <Button kind="primary" icon="pen" onClick={() => setAsking('report')}>
            {t(messages.report)}
          </Button>
        ) : null}
        {can('reopen') ? (
          <Button icon="undo" onClick={() => setAsking('reopen')}>
            {t(messages.reopen)}
          </Button>
        ) : null}
        {can('cancel') ? (
          <Button kind="danger" onClick={() => setAsking('cancel')}>
            {t(messages.cancel)}
          </Button>
        ) : null}
      </Row>
      <Dialog open={asking === 'report'} onClose={close} title={t(messages.reportTitle)}>
        <ReportForm action={record.action} onDone={() => done('report')} />
      </Dialog>
      <ReasonDialog
        about={asking === 'cancel' ? `cancel-${actionId}` : undefined}
        onClose={close}
        title={t(messages.cancelTitle)}
        verb={t(messages.cancelVerb)}
        danger
        onAct={(reason, sending) => act('cancel', reason, sending)}
      >
        <p>{t(messages.cancelMore, { agency })}</p>
      </ReasonDialog>
      <ReasonDialog
        about={asking === 'reopen' ? `reopen-${actionId}` : undefined}
        onClose={close}
        title={t(messages.reopenTitle)}
        verb={t(messages.reopenVerb)}
        onAct={(reason, sending) => act('reopen', reason, sending)}
      >
        <p>{t(messages.reopenMore, { agency })}</p>
      </ReasonDialog>
    </>
  );
}
