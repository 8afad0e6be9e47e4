import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#cases/messages.ts';
import { accepted } from '#web/platform/api.ts';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** Asks for the reason and opens a closed case again. */
export function ReopenDialog(props: {
  caseId: string;
  open: boolean;
  onClose: () => void;
  onReopened: () => void;
}) {
  const toast = useToast();
  return (
    <ReasonDialog
      about={props.open ? `reopen-${props.caseId}` : undefined}
      onClose={props.onClose}
      title={t(messages.reopenTitle)}
      verb={t(messages.reopen)}
      onAct={async (reason, sending) => {
        await accepted('cases/reopen', { caseId: props.caseId, reason }, sending);
        toast({ text: t(messages.reopened) });
        props.onReopened();
      }}
    >
      <p>{t(messages.reopenMore)}</p>
    </ReasonDialog>
  );
}

/** A closed case of a child for whom one is to be opened. */
export type ClosedCase = {
  caseNumber: string;
  closedAt: string;
  /** Absent where only its own team may open it again. */
  caseId?: string | undefined;
};

/** Offers the closed case of a child for reopening, before a new one is opened. */
export function ReopenFirst({ closed, onNew }: { closed: ClosedCase; onNew?: (() => void) | undefined }) {
  const [, navigate] = useLocation();
  const [asking, ask] = useState(false);
  const { caseId } = closed;
  return (
    <Notice tone="warning" title={t(messages.reopenFirstTitle)}>
      <Stack gap="tight">
        <p>
          {t(messages.reopenFirst, { number: closed.caseNumber, day: shortDate(closed.closedAt) })}
          {caseId ? null : ` ${t(messages.reopenByTeam)}`}
        </p>
        <Row>
          {caseId ? (
            <Button kind="primary" onClick={() => ask(true)}>
              {t(messages.reopenThat, { number: closed.caseNumber })}
            </Button>
          ) : null}
          {onNew ? (
            <Button kind="quiet" onClick={onNew}>
              {t(messages.openNewInstead)}
            </Button>
          ) : null}
        </Row>
      </Stack>
      {caseId ? (
        <ReopenDialog
          caseId={caseId}
          open={asking}
          onClose={() => ask(false)}
          onReopened={() => navigate(`/kasus/${caseId}`)}
        />
      ) : null}
    </Notice>
  );
}
