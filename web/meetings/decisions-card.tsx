import { useState } from 'react';
import { messages } from '#meetings/messages/decisions.ts';
import type { Decision, DecisionList } from '#meetings/schema/decisions.ts';
import type { Action } from '#meetings/schema/follow-up.ts';
import { ActionForm } from '#web/meetings/action-form.tsx';
import { ActionTable } from '#web/meetings/action-table.tsx';
import { DecisionForm } from '#web/meetings/decision-form.tsx';
import { accepted, asProblem } from '#web/platform/api.ts';
import { date } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Asking =
  | { kind: 'decision'; of: Decision | null }
  | { kind: 'action'; of: Decision; action: Action | null }
  | { kind: 'withdraw'; of: Decision };

/** What a meeting decided, each with its actions; its host writes, adopts and withdraws here. */
export function DecisionsCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<DecisionList>(`meetings/${meetingId}/decisions`);
  const [asking, setAsking] = useState<Asking | null>(null);
  const toast = useToast();
  const close = () => setAsking(null);
  const done = (text: string) => {
    close();
    toast({ text, icon: 'check' });
    query.reload();
  };
  const mayWrite = query.data?.mayWrite ?? false;
  return (
    <Card
      title={t(messages.title)}
      actions={
        mayWrite ? (
          <Button icon="plus" onClick={() => setAsking({ kind: 'decision', of: null })}>
            {t(messages.write)}
          </Button>
        ) : null
      }
    >
      <Loaded query={query} what={t(messages.list)}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{t(mayWrite ? messages.emptyHost : messages.empty)}</p>
          ) : (
            <Stack gap="wide">
              {items.map((it) => (
                <OneDecision key={it.decisionId} decision={it} ask={setAsking} onDone={done} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Dialog open={asking?.kind === 'decision'} onClose={close} title={t(messages.write)}>
        {asking?.kind === 'decision' ? (
          <DecisionForm meetingId={meetingId} decision={asking.of} onDone={() => done(t(messages.saved))} />
        ) : null}
      </Dialog>
      <Dialog
        open={asking?.kind === 'action'}
        onClose={close}
        title={
          asking?.kind === 'action' && asking.action
            ? t(messages.changeAction, { number: asking.action.number })
            : t(messages.addAction)
        }
      >
        {asking?.kind === 'action' ? (
          <ActionForm
            decisionId={asking.of.decisionId}
            action={asking.action}
            onDone={() => done(t(messages.saved))}
          />
        ) : null}
      </Dialog>
      <ReasonDialog
        about={asking?.kind === 'withdraw' ? `withdraw-${asking.of.decisionId}` : undefined}
        onClose={close}
        title={asking?.kind === 'withdraw' ? t(messages.withdrawTitle, { number: asking.of.number }) : ''}
        verb={t(messages.withdrawVerb)}
        danger
        onAct={async (reason, sending) => {
          if (asking?.kind !== 'withdraw') return;
          const { decisionId } = asking.of;
          await accepted('decisions/withdraw', { decisionId, reason }, sending);
          done(t(messages.doneWithdraw));
        }}
      >
        <p>{t(messages.withdrawMore)}</p>
      </ReasonDialog>
    </Card>
  );
}

type OneProps = { decision: Decision; ask: (it: Asking) => void; onDone: (text: string) => void };

function OneDecision({ decision, ask, onDone }: OneProps) {
  const can = (it: string) => decision.abilities.includes(it);
  return (
    <section aria-label={`${decision.number}. ${decision.decision}`} className="stack stack--tight">
      <Row apart>
        <b>
          {decision.number}. {decision.decision}
        </b>
        <StateTag decision={decision} />
      </Row>
      <p className="meta">{decision.issue}</p>
      {decision.withdrawReason ? <p className="meta">{decision.withdrawReason}</p> : null}
      {decision.actions.length > 0 ? (
        <ActionTable actions={decision.actions} caption={decision.decision} />
      ) : null}
      {can('write') ? <DraftActions decision={decision} ask={ask} onDone={onDone} /> : null}
      <Row>
        {can('adopt') ? <Adopt decision={decision} onDone={onDone} /> : null}
        {can('withdraw') ? (
          <Button kind="quiet" onClick={() => ask({ kind: 'withdraw', of: decision })}>
            {t(messages.withdraw)}
          </Button>
        ) : null}
      </Row>
    </section>
  );
}

function StateTag({ decision }: { decision: Decision }) {
  if (decision.state === 'draft') return <Tag>{t(messages.draft)}</Tag>;
  if (decision.state === 'withdrawn') return <Tag tone="warning">{t(messages.withdrawn)}</Tag>;
  return (
    <Tag tone="positive" icon="check">
      {t(messages.adopted, { date: decision.adoptedAt ? date(decision.adoptedAt) : '' })}
    </Tag>
  );
}

function DraftActions({ decision, ask, onDone }: OneProps) {
  const drop = async (action: Action) => {
    await accepted('decisions/drop-action', { actionId: action.actionId });
    onDone(t(messages.saved));
  };
  return (
    <Row>
      <Button icon="pen" onClick={() => ask({ kind: 'decision', of: decision })}>
        {t(messages.change)}
      </Button>
      <Button icon="plus" onClick={() => ask({ kind: 'action', of: decision, action: null })}>
        {t(messages.addAction)}
      </Button>
      {decision.actions.map((action) => (
        <Row key={action.actionId}>
          <Button kind="quiet" onClick={() => ask({ kind: 'action', of: decision, action })}>
            {t(messages.changeAction, { number: action.number })}
          </Button>
          <Button kind="quiet" icon="trash" onClick={() => void drop(action)}>
            {action.number}: {t(messages.dropAction)}
          </Button>
        </Row>
      ))}
    </Row>
  );
}

const missingWords = {
  action: messages.missingAction,
  owner: messages.missingOwner,
  day: messages.missingDay,
  dayGone: messages.missingDayGone,
} as const;

function Adopt({ decision, onDone }: { decision: Decision; onDone: (text: string) => void }) {
  const [problem, setProblem] = useState('');
  const missing = decision.missing.map((it) => t(missingWords[it.what], { number: it.number })).join(' ');
  const adopt = async () => {
    try {
      await accepted('decisions/adopt', { decisionId: decision.decisionId }, { basedOn: decision.version });
      onDone(t(messages.doneAdopt));
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  return (
    <Button kind="primary" icon="check" blocked={missing || problem || false} onClick={() => void adopt()}>
      {t(messages.adopt)}
    </Button>
  );
}
