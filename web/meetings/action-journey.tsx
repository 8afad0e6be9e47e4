import type { ReactNode } from 'react';
import { messages } from '#meetings/messages/follow-up.ts';
import type { ActionRecord } from '#meetings/schema/follow-up.ts';
import { raisedWords, stateWords } from '#web/meetings/action-words.tsx';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import type { IconName } from '#web/ui/icons.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';

type Step = {
  at: string;
  key: string;
  icon: IconName;
  tone: 'plain' | 'brand' | 'alert';
  what: string;
  said: ReactNode;
  meta: string;
};

/** What happened to an action, newest first: reports, how it was raised, and the meetings that had it again. */
export function ActionJourney({ record }: { record: ActionRecord }) {
  const agencies = useAgencies();
  const steps: Step[] = [
    ...record.updates.map(
      (it): Step => ({
        at: it.at,
        key: it.updateId,
        icon: it.state === 'done' ? 'check' : it.state === 'cancelled' ? 'x' : 'pen',
        tone: it.state === 'stuck' ? 'alert' : 'plain',
        what: t(messages.reported, { state: t(stateWords[it.state]), percent: it.progress }),
        said: (
          <>
            <p>{it.text}</p>
            {it.obstacle ? (
              <p className="meta">
                {t(messages.obstacle)}: {it.obstacle}
              </p>
            ) : null}
          </>
        ),
        meta: `${dateTime(it.at)} · ${[it.by, agencies.nameOf(it.agencyCode)].filter(Boolean).join(', ')}`,
      }),
    ),
    ...record.escalations.map(
      (it): Step => ({
        at: it.at,
        key: `raised ${it.level}`,
        icon: 'alert',
        tone: 'alert',
        what: raisedWords(it.level),
        said: null,
        meta: `${dateTime(it.at)} · ${t(messages.raisedAfter, { days: it.daysLate })}`,
      }),
    ),
    ...record.carried.map(
      (it): Step => ({
        at: it.at,
        key: it.meetingId,
        icon: 'swap',
        tone: 'brand',
        what: t(messages.carriedTo, {
          title: it.title,
          state: t(stateWords[it.state]),
          percent: it.progress,
        }),
        said: null,
        meta: shortDate(it.at),
      }),
    ),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (steps.length === 0) return <p className="meta">{t(messages.noUpdates)}</p>;
  return (
    <Timeline>
      {steps.map((step) => (
        <TimelineItem key={step.key} icon={step.icon} tone={step.tone} meta={step.meta}>
          <b>{step.what}</b>
          {step.said}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
