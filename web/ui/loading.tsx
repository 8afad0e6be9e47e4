import { type ReactNode, useEffect, useState } from 'react';
import { t } from '#web/platform/i18n.ts';
import type { Query } from '#web/platform/use-query.ts';
import { cssValues } from '#web/ui/css-values.ts';
import { messages } from '#web/ui/messages.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';

/** True once something has taken longer than a blink: 300 ms. */
export function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}

const widths = ['38%', '82%', '64%', '74%', '46%', '88%'];

/** The shape of what is coming, after 300 ms of nothing. `label` is read aloud: "Memuat daftar kasus". */
export function Skeleton({ label, lines = 6 }: { label: string; lines?: number | undefined }) {
  const slow = useSlow();
  if (!slow) return null;
  return (
    <div className="stack stack--tight" aria-busy="true">
      <span className="sr" role="status">
        {label}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a skeleton are all alike
          key={line}
          className="skeleton"
          ref={cssValues({ '--w': widths[line % widths.length] ?? '60%' })}
        />
      ))}
    </div>
  );
}

/** What a reading gives: a skeleton while it is on its way, the problem with a second try, then the data. */
export function Loaded<Data>(props: {
  query: Query<Data>;
  /** Completes "Memuat …". */
  what: string;
  lines?: number | undefined;
  children: (data: Data) => ReactNode;
}) {
  const { data, loading, problem, reload } = props.query;
  if (data !== undefined) {
    return (
      <div aria-busy={loading || undefined} className={loading ? 'loaded loaded--again' : 'loaded'}>
        {problem ? <ProblemNotice problem={problem} onRetry={reload} /> : null}
        {props.children(data)}
      </div>
    );
  }
  // What is missing or not in that state is so at the second try as well.
  if (problem)
    return (
      <ProblemNotice problem={problem} onRetry={[404, 409].includes(problem.status) ? undefined : reload} />
    );
  return <Skeleton label={t(messages.loading, { what: props.what })} lines={props.lines} />;
}

/** Progress of something longer than three seconds: how far, how long still, and a way to stop. */
export function Progress(props: {
  label: string;
  value: number;
  max: number;
  more?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="stack stack--tight">
      <div className="row row--apart">
        <b>{props.label}</b>
        <span className="meta num">{props.more}</span>
      </div>
      <progress value={props.value} max={props.max} aria-label={props.label} />
      {props.action ? <div className="row">{props.action}</div> : null}
    </div>
  );
}
