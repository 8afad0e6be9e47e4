import { useState } from 'react';
import { messages } from '#custody/messages.ts';
import type { CustodyRecord, CustodyStep } from '#custody/schema/reads.ts';
import { CallSocialService } from '#web/agencies/duty-phone.tsx';
import { FearsForm } from '#web/custody/fears-form.tsx';
import { StepForm } from '#web/custody/step-forms.tsx';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { Query } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { DueClock } from '#web/ui/clock.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Card } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Props = { record: CustodyRecord; words: Lists; query: Query<CustodyRecord> };

/** What has to be done for a person in custody, what is done, and a way to record it. */
export function Steps({ record, words, query }: Props) {
  const [asking, setAsking] = useState<string | null>(null);
  const toast = useToast();
  const { held, steps } = record;
  const kinds = words.codes('custody_step').filter((it) => !it.extra.byItself);
  const close = () => setAsking(null);
  const done = (text: string) => {
    close();
    toast({ text, icon: 'check' });
    query.reload();
  };
  return (
    <Card
      title={t(messages.steps)}
      actions={
        <span className="meta">{t(messages.stepsLead, { minutes: record.limit.warnFromMinutes })}</span>
      }
      flush
    >
      <ul className="todo">
        {kinds.map((kind) => {
          const isDone = held.stepsDone.includes(kind.code);
          return (
            <li key={kind.code} className={isDone ? 'is-done' : undefined}>
              <Icon name={isDone ? 'check' : 'clock'} />
              <div>
                <b>{words.label('custody_step', kind.code)}</b>
                <div className="meta">
                  <StepWords
                    record={record}
                    kind={kind.code}
                    words={words}
                    of={steps.filter((it) => it.kind === kind.code)}
                  />
                </div>
              </div>
              {record.over ? null : (
                <Button onClick={() => setAsking(kind.code)}>
                  {t(isDone ? messages.recordAgain : messages.record)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Dialog open={asking === 'FEARED_PERSONS_ASKED'} onClose={close} title={t(messages.fearsTitle)}>
        <FearsForm custodyId={held.custodyId} words={words} onDone={() => done(t(messages.fearsRecorded))} />
      </Dialog>
      <Dialog
        open={asking !== null && asking !== 'FEARED_PERSONS_ASKED'}
        onClose={close}
        title={words.label('custody_step', asking)}
      >
        {asking === 'SOCIAL_SERVICE_TOLD' ? <CallSocialService /> : null}
        <StepForm
          custodyId={held.custodyId}
          kind={asking ?? ''}
          attempts={Boolean(words.code('custody_step', asking ?? '')?.extra.attempts)}
          words={words}
          onDone={() => done(t(messages.stepDone))}
        />
      </Dialog>
    </Card>
  );
}

function StepWords(props: { record: CustodyRecord; kind: string; words: Lists; of: CustodyStep[] }) {
  const { record, kind, words, of } = props;
  const last = of.at(-1);
  if (kind === 'FEARED_PERSONS_ASKED') return <FearsWords record={record} words={words} />;
  if (words.code('custody_step', kind)?.extra.attempts && last)
    return t(messages.attempts, {
      count: of.length,
      result: words.label('contact_result', last.result).toLocaleLowerCase('id'),
      when: dateTime(last.occurredAt),
    });
  if (last)
    return (
      <>
        {t(messages.doneAt, { when: dateTime(last.occurredAt), by: last.by })}
        {last.note ? <> · {last.note}</> : null}
      </>
    );
  const warns = words.code('custody_step', kind)?.extra.warnAfterMinutes !== undefined;
  if (!warns || record.over || !record.held.hold) return null;
  const due = new Date(record.held.firstContactAt).getTime() + record.limit.warnFromMinutes * 60_000;
  return <DueClock limit={{ due, since: record.held.firstContactAt }} />;
}

function FearsWords({ record, words }: { record: CustodyRecord; words: Lists }) {
  const { fears } = record;
  if (!fears) return null;
  const when = dateTime(fears.askedAt);
  return (
    <>
      {t(fears.askedAlone ? messages.fearsAsked : messages.fearsNotAlone, { when })}
      {fears.fearsSomeone ? <> {t(messages.fearsHasSomeone)}</> : null}
      {fears.answers?.map((answer) => (
        <p className="said" key={`${answer.askedAt} ${answer.note} ${answer.names}`}>
          {dateTime(answer.askedAt)}:{' '}
          {[...answer.names, ...answer.relations.map((it) => words.label('kin_relation', it)), answer.note]
            .filter(Boolean)
            .join('; ')}
        </p>
      ))}
    </>
  );
}
