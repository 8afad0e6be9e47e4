import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { CaseAlert } from '#cases/schema/reads.ts';
import { PersonOf } from '#web/persons/person-of.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { kept, t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Asked = { alert: CaseAlert; answer: 'reopened' | 'not_needed' };

function wordsOf(alert: CaseAlert): string {
  if (alert.kind === 'break_glass') return t(messages.alertGlass, { name: alert.byName ?? '' });
  const days = alert.daysAfterClosing ?? 0;
  return days === 0 ? t(messages.alertMetToday) : t(messages.alertMet, { days });
}

/** What a case worker has to know at once, with its answer. Nothing is drawn when there is nothing. */
export function CaseAlerts({ onAnswered }: { onAnswered?: (() => void) | undefined }) {
  const alerts = useQuery<{ items: CaseAlert[] }>('case-alerts');
  const [asked, ask] = useState<Asked>();
  const toast = useToast();
  const items = alerts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={t(messages.alerts)}>
      <Stack>
        {items.map((alert) => (
          <OneAlert key={alert.alertId} alert={alert} ask={ask} />
        ))}
      </Stack>
      <ReasonDialog
        about={asked && `${asked.answer}-${asked.alert.alertId}`}
        onClose={() => ask(undefined)}
        title={t(asked?.answer === 'not_needed' ? messages.notNeededTitle : messages.reopenTitle)}
        verb={t(asked?.answer === 'not_needed' ? messages.notNeeded : messages.reopen)}
        onAct={async (reason, sending) => {
          const input = { alertId: asked?.alert.alertId, answer: asked?.answer, reason };
          await accepted('cases/answer-alert', input, sending);
          toast({ text: t(messages.answered) });
          alerts.reload();
          onAnswered?.();
        }}
      >
        {asked?.answer === 'reopened' ? <p>{t(messages.reopenMore)}</p> : null}
        {asked?.alert.person ? <PersonOf person={asked.alert.person} plain /> : null}
      </ReasonDialog>
    </Card>
  );
}

function OneAlert({ alert, ask }: { alert: CaseAlert; ask: (asked: Asked) => void }) {
  const met = alert.kind === 'met_again';
  return (
    <Notice tone={met ? 'warning' : 'brand'} title={wordsOf(alert)}>
      <Stack gap="tight">
        <span className="meta">
          {dateTime(alert.raisedAt)} · {alert.caseNumber}
        </span>
        {alert.reason ? <span className="said">{kept(alert.reason)}</span> : null}
        {alert.person ? <PersonOf person={alert.person} plain /> : null}
        <Row>
          {met ? (
            <>
              <Button onClick={() => ask({ alert, answer: 'reopened' })}>{t(messages.reopen)}</Button>
              <Button kind="quiet" onClick={() => ask({ alert, answer: 'not_needed' })}>
                {t(messages.notNeeded)}
              </Button>
            </>
          ) : null}
          {alert.caseId ? (
            <LinkButton kind="quiet" href={`/kasus/${alert.caseId}`}>
              {t(messages.title, { number: alert.caseNumber })}
            </LinkButton>
          ) : null}
        </Row>
      </Stack>
    </Notice>
  );
}
