import { useEffect, useState } from 'react';
import { documentMessages as messages } from '#meetings/messages/documents.ts';
import type { NamedExport } from '#meetings/schema/documents.ts';
import { useAct } from '#web/meetings/meeting-acts.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { Button, OutButton } from '#web/ui/button.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Progress } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';

const every = 1_500;

/** Files with names: who asked for what, how far each is, and what the viewer may do with it. */
export function ExportsList({ items, reload }: { items: readonly NamedExport[]; reload: () => void }) {
  const underWay = items.some((it) => it.state === 'queued' || it.state === 'running');
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(reload, every);
    return () => clearInterval(timer);
  }, [underWay, reload]);
  if (items.length === 0) return <p className="meta">{t(messages.noExports)}</p>;
  return (
    <ul className="stack">
      {items.map((it) => (
        <li key={it.exportId}>
          <OneExport it={it} reload={reload} />
        </li>
      ))}
    </ul>
  );
}

function OneExport({ it, reload }: { it: NamedExport; reload: () => void }) {
  const agencies = useAgencies();
  const toast = useToast();
  const { send, busy, problem } = useAct(reload);
  const [refusing, setRefusing] = useState(false);
  const may = (ability: string) => it.abilities.includes(ability);
  const { done, total } = it;
  return (
    <Stack gap="tight">
      <div>
        <b>{t(messages[it.kind])}</b> <span className="meta">{t(messages.names, { names: it.names })}</span>
        <div className="meta">
          {[it.meetingTitle, agencies.nameOf(it.agencyCode)].filter(Boolean).join(' · ')}
        </div>
        <div className="meta">
          {t(messages.askedBy, { who: it.askedBy ?? '', when: dateTime(it.askedAt), purpose: it.purpose })}
        </div>
      </div>
      {it.state === 'running' ? (
        <Progress value={done} max={Math.max(total, 1)} label={t(messages.running, { done, total })} />
      ) : (
        <span>{t(messages[it.state], { reason: it.decideReason })}</span>
      )}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Row>
        {may('allow') ? (
          <Button
            kind="primary"
            icon="check"
            busy={busy}
            onClick={() => void send('exports/allow', { exportId: it.exportId }, messages.allowed)}
          >
            {t(messages.allow)}
          </Button>
        ) : null}
        {may('refuse') ? (
          <Button icon="x" onClick={() => setRefusing(true)}>
            {t(messages.refuse)}
          </Button>
        ) : null}
        {may('download') ? (
          <OutButton href={`/api/exports/${it.exportId}/file`} icon="download">
            {t(messages.download)}
          </OutButton>
        ) : null}
      </Row>
      <ReasonDialog
        about={refusing ? `refuse ${it.exportId}` : undefined}
        onClose={() => setRefusing(false)}
        title={t(messages.refusing)}
        verb={t(messages.refuse)}
        keep={t(messages.keep)}
        onAct={async (reason, sending) => {
          await accepted('exports/refuse', { exportId: it.exportId, reason }, sending);
          toast({ text: t(messages.refusedDone) });
          reload();
        }}
      >
        <p>{t(messages.refusingMore)}</p>
      </ReasonDialog>
    </Stack>
  );
}
