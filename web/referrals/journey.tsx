import type { ReactNode } from 'react';
import { messages } from '#referrals/messages.ts';
import type { ReferralAnswer, ReferralRecord } from '#referrals/schema.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import type { IconName } from '#web/ui/icons.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';

type Step = {
  at: string;
  key: string;
  icon: IconName;
  tone: 'plain' | 'brand' | 'alert';
  what: ReactNode;
  said: string;
  by: string | null;
  onPaper?: boolean | undefined;
};

/** What happened to a referral, newest first: sent, paused, running again, answered. */
export function Journey({ record, words }: { record: ReferralRecord; words: Lists }) {
  const agencies = useAgencies();
  const { referral } = record;
  const duty = words.label('duty', referral.dutyCode);
  const basis = record.dutyBasis ? `, ${record.dutyBasis}` : '';
  const sent: Step = {
    at: referral.sentAt,
    key: 'sent',
    icon: 'referral',
    tone: 'plain',
    what: t(messages.wasSent, { agency: agencies.nameOf(referral.toAgency) }),
    said: t(messages.byDuty, { duty, basis }),
    by: record.sentBy,
  };
  const steps = [sent, ...pausesOf(record, words), ...record.answers.map((it) => answerStep(it, words))];
  steps.sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Timeline>
      {steps.map((step) => (
        <TimelineItem key={step.key} icon={step.icon} tone={step.tone} meta={metaOf(step)}>
          <b>{step.what}</b>
          {step.said ? <p className="referral__said">{step.said}</p> : null}
        </TimelineItem>
      ))}
    </Timeline>
  );
}

function metaOf({ at, by, onPaper }: Step): string {
  if (!by) return dateTime(at);
  return `${dateTime(at)} · ${t(onPaper ? messages.onPaper : messages.byName, { name: by })}`;
}

function pausesOf({ pauses }: ReferralRecord, words: Lists): Step[] {
  return pauses.flatMap((pause) => {
    const reason = words.label('referral_pause_reason', pause.reasonCode);
    const from: Step = {
      at: pause.from,
      key: `paused ${pause.from}`,
      icon: 'pause',
      tone: 'plain',
      what: t(messages.wasPaused, { reason }),
      said: pause.reason,
      by: pause.by,
    };
    if (!pause.to) return [from];
    const to: Step = {
      at: pause.to,
      key: `resumed ${pause.from}`,
      icon: 'clock',
      tone: 'plain',
      what: t(messages.wasResumed),
      said: '',
      by: null,
    };
    return [from, to];
  });
}

function answerStep(answer: ReferralAnswer, words: Lists): Step {
  const reason = words.label('referral_decline_reason', answer.reasonCode);
  const looks = {
    accepted: { icon: 'check', tone: 'brand', what: t(messages.wasAccepted) },
    completed: { icon: 'check', tone: 'brand', what: t(messages.wasCompleted) },
    declined: { icon: 'x', tone: 'alert', what: t(messages.wasDeclined, { reason }) },
    withdrawn: { icon: 'undo', tone: 'plain', what: t(messages.wasWithdrawn) },
  } as const satisfies Record<ReferralAnswer['kind'], Pick<Step, 'icon' | 'tone' | 'what'>>;
  return {
    at: answer.at,
    key: `${answer.kind} ${answer.at}`,
    said: answer.text,
    by: answer.by,
    onPaper: answer.onPaper,
    ...looks[answer.kind],
  };
}
