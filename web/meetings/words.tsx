import { messages } from '#meetings/messages/meetings.ts';
import type { MeetingState, MeetingSummary } from '#meetings/schema/meetings.ts';
import { integer, longDate, span, time, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { IconName } from '#web/ui/icons.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';

const looks = {
  planned: { tone: 'neutral', icon: 'pen' },
  invited: { tone: 'brand', icon: 'send' },
  held: { tone: 'positive', icon: 'rakor' },
  closed: { tone: 'neutral', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'x' },
} satisfies Record<MeetingState, { tone: Tone; icon: IconName }>;

/** The state of a meeting as a word with a sign. */
export function MeetingStateTag({ state }: { state: MeetingState }) {
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon}>
      {t(messages[state])}
    </Tag>
  );
}

/** `Kamis, 19 November 2026, 09.00–12.30`, or the two days of a longer one. */
export function meetingTime({ startsAt, endsAt }: Pick<MeetingSummary, 'startsAt' | 'endsAt'>): string {
  if (wallClock(startsAt).date !== wallClock(endsAt).date) return span(startsAt, endsAt);
  return `${longDate(startsAt)}, ${time(startsAt)}–${time(endsAt)}`;
}

/** How many answered before it, how many were represented since. */
export function replyWords({ state, counts }: Pick<MeetingSummary, 'state' | 'counts'>): string {
  const { invited, coming, delegated, declined, represented } = counts;
  if (invited === 0) return t(messages.nobodyInvited);
  if (state === 'held' || state === 'closed')
    return t(messages.cameCounts, { came: integer(represented), invited: integer(invited) });
  return t(messages.replyCounts, {
    answered: integer(coming + delegated + declined),
    invited: integer(invited),
    coming: integer(coming + delegated),
  });
}
