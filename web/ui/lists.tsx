import type { ReactNode } from 'react';
import { t } from '#web/platform/i18n.ts';
import { classes } from '#web/ui/css-values.ts';
import { Icon, type IconName } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';
import { messages } from '#web/ui/messages.ts';

/** What happened, newest first. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="timeline">{children}</ol>;
}

/** One thing that happened: its sign, what, and when and by whom under it. */
export function TimelineItem(props: {
  icon: IconName;
  tone?: 'plain' | 'brand' | 'alert' | undefined;
  children: ReactNode;
  meta?: ReactNode;
}) {
  const { tone = 'plain' } = props;
  return (
    <li>
      <span className={classes('timeline__sign', tone !== 'plain' && `timeline__sign--${tone}`)}>
        <Icon name={props.icon} />
      </span>
      <div>{props.children}</div>
      {props.meta ? <p className="meta">{props.meta}</p> : null}
    </li>
  );
}

/** What needs somebody, in the order of its clocks. */
export function WorkList({ children }: { children: ReactNode }) {
  return <ul className="card worklist">{children}</ul>;
}

/** One thing to do: its clock, what it is, for whom, and the way on. */
export function WorkItem(props: {
  clock: ReactNode;
  title: ReactNode;
  href?: string | undefined;
  meta?: ReactNode;
  who?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <li>
      <span className="worklist__clock">{props.clock}</span>
      <div className="worklist__what">
        {props.href ? <Link href={props.href}>{props.title}</Link> : <b>{props.title}</b>}
        {props.meta ? <div className="meta">{props.meta}</div> : null}
      </div>
      <div className="worklist__who">{props.who}</div>
      <span className="worklist__go">{props.action}</span>
    </li>
  );
}

/** The steps of a longer way; `at` is the index of the present one. On a phone: dots and one word. */
export function Stepper({ steps, at, label }: { steps: readonly string[]; at: number; label: string }) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'is-done' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}

/** Something that opens on demand; on paper it is always open. `table` is the table beside a chart. */
export function More(props: {
  summary?: string | undefined;
  children: ReactNode;
  table?: boolean | undefined;
  open?: boolean | undefined;
}) {
  return (
    <details className="more" open={props.open}>
      <summary>
        <Icon name="next" /> {props.table ? <Icon name="table" /> : null}{' '}
        {props.summary ?? t(messages.asTable)}
      </summary>
      {props.children}
    </details>
  );
}
