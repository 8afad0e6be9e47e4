import type { ReactNode } from 'react';
import { t } from '#web/platform/i18n.ts';
import { classes, cssValues } from '#web/ui/css-values.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';
import { messages } from '#web/ui/messages.ts';

/** A row of figures. */
export function KeyFigures({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section className="tiles" aria-label={label}>
      {children}
    </section>
  );
}

/** One figure: what it counts, against what, its definition beside it and its records behind it. */
export function KeyFigure(props: {
  label: string;
  value: string;
  unit?: string | undefined;
  /** Compared with what: "16 %; tahun lalu 13 %". */
  more?: ReactNode;
  recordsHref?: string | undefined;
  definitionHref?: string | undefined;
}) {
  return (
    <div className="tile">
      <span className="label">{props.label}</span>
      <span className="figure">
        {props.recordsHref ? (
          <Link href={props.recordsHref} label={`${props.label}: ${props.value} ${props.unit ?? ''}`}>
            {props.value}
          </Link>
        ) : (
          props.value
        )}
        {props.unit ? <small> {props.unit}</small> : null}
      </span>
      <span className="meta">{props.more}</span>
      {props.definitionHref ? (
        <span className="tile__def">
          <Link href={props.definitionHref} label={`${t(messages.definition)}: ${props.label}`}>
            <Icon name="info" /> {t(messages.definition)}
          </Link>
        </span>
      ) : null}
    </div>
  );
}

/** A bar between 0 and 1 with a mark for the target. It repeats a figure that stands beside it in words. */
export function Bar(props: {
  share: number;
  target?: number | undefined;
  tone?: 'plain' | 'soon' | 'over' | 'done' | undefined;
}) {
  const { share, target, tone = 'plain' } = props;
  const clamp = (value: number) => `${(Math.min(1, Math.max(0, value)) * 100).toFixed(1)}%`;
  return (
    <span
      className={classes('bar', tone !== 'plain' && `bar--${tone}`, target !== undefined && 'bar--mark')}
      ref={cssValues({ '--v': clamp(share), '--mark': clamp(target ?? 0) })}
      aria-hidden="true"
    >
      <i />
    </span>
  );
}
