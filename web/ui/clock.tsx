import { type ReactNode, useEffect, useState } from 'react';
import { dateTime, untilDay, untilDue, type When, wallClock, workingDaysLeft } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { classes } from '#web/ui/css-values.ts';
import { Icon } from '#web/ui/icons.tsx';
import { messages } from '#web/ui/messages.ts';

/** The five forms of a clock; they differ in shape and words, not only in colour. */
export type ClockForm = 'open' | 'soon' | 'over' | 'paused' | 'done';

/** A clock with words of your own. `share` is the part of the time that is left, 0 to 1. */
export function Clock(props: { form: ClockForm; children: ReactNode; share?: number | undefined }) {
  const { form } = props;
  return (
    <span className={classes('clock', form !== 'open' && `clock--${form}`)}>
      <ClockSign form={form} share={props.share ?? 1} />
      {props.children}
    </span>
  );
}

function ClockSign({ form, share }: { form: ClockForm; share: number }) {
  if (form === 'over') return <Icon name="alert" />;
  if (form === 'paused') return <Icon name="pause" />;
  if (form === 'done') return <Icon name="check" />;
  const full = 2 * Math.PI * 3.75;
  const left = Math.min(1, Math.max(0.02, share)) * full;
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <circle className="dial" cx="9" cy="9" r="7.5" />
      <circle
        className="used"
        cx="9"
        cy="9"
        r="3.75"
        strokeWidth="7.5"
        strokeDasharray={`${left.toFixed(1)} ${full.toFixed(1)}`}
        transform="rotate(-90 9 9)"
      />
    </svg>
  );
}

/** Now, drawn anew at each full minute and silently: a ticking clock is never announced. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      timer = window.setTimeout(tick, 60_000 - (Date.now() % 60_000));
    };
    timer = window.setTimeout(tick, 60_000 - (Date.now() % 60_000));
    return () => window.clearTimeout(timer);
  }, []);
  return now;
}

/** A limit as the server tells it. */
export type Limit = {
  due: When;
  /** When the time began to run; without it the disc stays full until four hours before the end. */
  since?: When | null | undefined;
  paused?: boolean | undefined;
  doneAt?: When | null | undefined;
  /** For limits counted in working days, by the server, which knows the city's holidays; negative when late. */
  workingDays?: number | null | undefined;
};

const soonShare = 0.25;
const soonMilliseconds = 4 * 3_600_000;

/** Which form a limit has at a moment, and the share of its time that is left. */
export function clockOf(limit: Limit, now: number): { form: ClockForm; share: number } {
  const due = new Date(limit.due).getTime();
  if (limit.doneAt) return { form: 'done', share: 0 };
  if (limit.paused) return { form: 'paused', share: 1 };
  if (now > due) return { form: 'over', share: 0 };
  const since = limit.since ? new Date(limit.since).getTime() : undefined;
  const share = since === undefined || since >= due ? 1 : (due - now) / (due - since);
  const soon = since === undefined ? due - now < soonMilliseconds : share < soonShare;
  return { form: soon ? 'soon' : 'open', share };
}

/** The clock of a limit that is a day and not a moment: `hari ini`, `sampai 30 Nov`, `lewat 11 hari`. */
export function DayClock({ day }: { day: string }) {
  const now = useNow();
  const today = wallClock(now).date;
  const form = day === today ? 'soon' : day > today ? 'open' : 'over';
  return (
    <Clock form={form} share={form === 'soon' ? 0.2 : 0.8}>
      <time dateTime={day}>{untilDay(day, now)}</time>
    </Clock>
  );
}

/** A clock that follows its limit: `sisa 3 j 25 m`, `lewat 2 hari kerja`, `dijeda`, `selesai tepat waktu`. */
export function DueClock({ limit }: { limit: Limit }) {
  const { form, share } = clockOf(limit, useNow());
  return (
    <Clock form={form} share={share}>
      <time dateTime={new Date(limit.due).toISOString()} title={dateTime(limit.due)}>
        {clockWords(limit, form)}
      </time>
    </Clock>
  );
}

function clockWords(limit: Limit, form: ClockForm): string {
  if (limit.doneAt) {
    return t(new Date(limit.doneAt) <= new Date(limit.due) ? messages.doneInTime : messages.doneLate);
  }
  if (form === 'paused') return t(messages.paused);
  // Fewer than one working day away, hours say more than "0 hari kerja".
  if (limit.workingDays !== null && limit.workingDays !== undefined && limit.workingDays !== 0) {
    return workingDaysLeft(limit.workingDays);
  }
  return untilDue(limit.due);
}
