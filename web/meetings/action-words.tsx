import { messages } from '#meetings/messages/follow-up.ts';
import type { Action, ActionState } from '#meetings/schema/follow-up.ts';
import { shortDate } from '#web/platform/format.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { Clock, DayClock } from '#web/ui/clock.tsx';
import { Row } from '#web/ui/layout.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';

export const stateWords = {
  not_started: messages.stateNotStarted,
  in_progress: messages.stateInProgress,
  done: messages.stateDone,
  stuck: messages.stateStuck,
  cancelled: messages.stateCancelled,
} satisfies Record<ActionState, Message>;

const tones = {
  not_started: 'neutral',
  in_progress: 'neutral',
  done: 'positive',
  stuck: 'warning',
  cancelled: 'neutral',
} satisfies Record<ActionState, Tone>;

const levels: readonly Message[] = [messages.raised1, messages.raised2, messages.raised3];

/** To whom an action that is late was raised. */
export function raisedWords(level: number): string {
  const word = levels[level - 1];
  return word ? t(word) : '';
}

/** The day of an action as a clock, or when it ended. */
export function ActionClock({ action }: { action: Action }) {
  if (action.closedAt)
    return (
      <Clock form="done">
        {t(stateWords[action.state])} {shortDate(action.closedAt)}
      </Clock>
    );
  return action.dueOn ? <DayClock day={action.dueOn} /> : null;
}

/** How far an action is: its state, its share, what stands in the way, and how far up it was raised. */
export function ActionProgress({ action }: { action: Action }) {
  return (
    <div className="stack stack--tight">
      <Row>
        <Tag tone={tones[action.state]}>{t(stateWords[action.state])}</Tag>
        {action.progress > 0 ? (
          <span className="meta">{t(messages.percentDone, { percent: action.progress })}</span>
        ) : null}
      </Row>
      {action.obstacle ? <span className="meta">{action.obstacle}</span> : null}
      {action.escalated > 0 && !action.closedAt ? (
        <Tag tone="negative" icon="alert">
          {raisedWords(action.escalated)}
        </Tag>
      ) : null}
    </div>
  );
}
