import { useState } from 'react';
import { messages } from '#meetings/messages/meetings.ts';
import type { MeetingCard } from '#web/meetings/meeting.tsx';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { useNow } from '#web/ui/clock.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** What the host may do with the meeting now. */
export function MeetingActs({ meeting, query }: MeetingCard) {
  const { meetingId } = meeting;
  const [asking, setAsking] = useState<'close' | 'cancel' | null>(null);
  const { send, busy, problem } = useAct(query.reload);
  const today = wallClock(useNow()).date;
  const may = (ability: string) => meeting.abilities.includes(ability);
  const shut = () => setAsking(null);
  if (!['hold', 'change', 'close', 'cancel'].some(may)) return null;
  return (
    <Stack>
      {problem && asking === null ? <ProblemNotice problem={problem} /> : null}
      {may('hold') ? (
        <Button
          kind="primary"
          icon="rakor"
          block
          busy={busy}
          blocked={wallClock(meeting.startsAt).date > today && t(messages.holdLater)}
          onClick={() => void send('meetings/hold', { meetingId }, messages.holdDone)}
        >
          {t(messages.hold)}
        </Button>
      ) : null}
      {may('change') ? (
        <LinkButton href={`/rapat/${meetingId}/ubah`} icon="pen" block>
          {t(messages.change)}
        </LinkButton>
      ) : null}
      {may('close') ? (
        <Button icon="check" block onClick={() => setAsking('close')}>
          {t(messages.close)}
        </Button>
      ) : null}
      {may('cancel') ? (
        <Button kind="quiet" icon="x" block onClick={() => setAsking('cancel')}>
          {t(messages.cancel)}
        </Button>
      ) : null}
      <Dialog
        open={asking === 'close'}
        onClose={shut}
        title={t(messages.closing)}
        foot={
          <>
            <Button onClick={shut}>{t(messages.keep)}</Button>
            <Button
              kind="primary"
              busy={busy}
              onClick={() =>
                void send('meetings/close', { meetingId }, messages.closeDone).then((done) => done && shut())
              }
            >
              {t(messages.close)}
            </Button>
          </>
        }
      >
        <p>{t(messages.closingMore)}</p>
        {problem ? <ProblemNotice problem={problem} /> : null}
      </Dialog>
      <CancelDialog open={asking === 'cancel'} onClose={shut} meeting={meeting} query={query} />
    </Stack>
  );
}

function CancelDialog({
  open,
  onClose,
  meeting,
  query,
}: MeetingCard & { open: boolean; onClose: () => void }) {
  const toast = useToast();
  return (
    <ReasonDialog
      about={open ? `cancel-${meeting.meetingId}` : undefined}
      onClose={onClose}
      title={t(messages.cancelling)}
      verb={t(messages.cancel)}
      keep={t(messages.keep)}
      reasonLabel={t(messages.cancelReason)}
      danger
      onAct={async (reason, sending) => {
        await accepted('meetings/cancel', { meetingId: meeting.meetingId, reason }, sending);
        toast({ text: t(messages.cancelDone) });
        query.reload();
      }}
    >
      <p>{t(messages.cancellingMore)}</p>
    </ReasonDialog>
  );
}

/** One act after the other: what is sent, whether it is under way, and why it was refused. */
export function useAct(onDone: () => void) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function send(name: string, input: unknown, done: Message): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    try {
      await accepted(name, input);
      toast({ text: t(done) });
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(false);
      onDone();
    }
  }
  return { send, busy, problem };
}
