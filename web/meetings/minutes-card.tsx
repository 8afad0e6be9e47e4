import { useState } from 'react';
import { messages } from '#meetings/messages/agenda.ts';
import type { Minutes, MinutesAnswer } from '#meetings/schema/minutes.ts';
import { MinutesForm } from '#web/meetings/minutes-form.tsx';
import { accepted, asProblem } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Card, Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** The notulen: a draft of its host until it is signed, then read by everybody invited. */
export function MinutesCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<MinutesAnswer>(`meetings/${meetingId}/minutes`);
  const [asking, setAsking] = useState<'write' | 'sign' | null>(null);
  const toast = useToast();
  const close = () => setAsking(null);
  const done = (text: string) => {
    close();
    toast({ text, icon: 'check' });
    query.reload();
  };
  const answer = query.data;
  return (
    <Card title={t(messages.minutes)}>
      <Loaded query={query} what={t(messages.minutesList)}>
        {({ minutes }) =>
          minutes ? <Words minutes={minutes} /> : <p className="meta">{t(messages.noMinutes)}</p>
        }
      </Loaded>
      {answer?.mayWrite ? (
        <Row>
          <Button icon="pen" onClick={() => setAsking('write')}>
            {t(messages.writeMinutes)}
          </Button>
          {answer.maySign ? (
            <Button icon="sign" onClick={() => setAsking('sign')}>
              {t(messages.sign)}
            </Button>
          ) : null}
        </Row>
      ) : null}
      <Dialog open={asking === 'write'} onClose={close} title={t(messages.minutes)}>
        <MinutesForm
          meetingId={meetingId}
          minutes={answer?.minutes ?? null}
          onDone={() => done(t(messages.minutesSaved))}
        />
      </Dialog>
      <Dialog open={asking === 'sign'} onClose={close} title={t(messages.signTitle)}>
        <Sign
          meetingId={meetingId}
          version={answer?.minutes?.version ?? 0}
          onDone={() => done(t(messages.signDone))}
        />
      </Dialog>
    </Card>
  );
}

function Sign(props: { meetingId: string; version: number; onDone: () => void }) {
  const [problem, setProblem] = useState('');
  const sign = async () => {
    try {
      await accepted('minutes/sign', { meetingId: props.meetingId }, { basedOn: props.version });
      props.onDone();
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  return (
    <Stack>
      <p>{t(messages.signMore)}</p>
      <Button kind="primary" icon="sign" blocked={problem || false} onClick={() => void sign()}>
        {t(messages.sign)}
      </Button>
    </Stack>
  );
}

function Words({ minutes }: { minutes: Minutes }) {
  const facts = [
    [t(messages.leader), minutes.leader],
    [t(messages.noteTaker), minutes.noteTaker],
    [t(messages.proceedings), minutes.proceedings],
    [t(messages.problems), minutes.problems],
    [t(messages.solutions), minutes.solutions],
  ] as const;
  const state = minutes.signedAt
    ? t(messages.signedAt, { when: dateTime(minutes.signedAt) })
    : t(messages.draftBy, { name: minutes.writtenBy ?? '', when: dateTime(minutes.writtenAt) });
  return (
    <>
      <p className="meta">{state}</p>
      <Facts facts={facts.filter(([, value]) => value !== '')} />
    </>
  );
}
