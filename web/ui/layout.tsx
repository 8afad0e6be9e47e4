import { type ReactNode, useId } from 'react';
import { classes } from '#web/ui/css-values.ts';

type Gap = 'tight' | 'normal' | 'wide';

/** Things below each other. */
export function Stack({ children, gap = 'normal' }: { children: ReactNode; gap?: Gap | undefined }) {
  return <div className={classes('stack', gap !== 'normal' && `stack--${gap}`)}>{children}</div>;
}

/** Things beside each other, wrapping; `apart` pushes the last to the far end. */
export function Row({ children, apart }: { children: ReactNode; apart?: boolean | undefined }) {
  return <div className={classes('row', apart && 'row--apart')}>{children}</div>;
}

/** A main column with an aside that falls below it; `list` puts a narrow list first, `even` halves. */
export function Split(props: { children: ReactNode; shape?: 'aside' | 'list' | 'even' | undefined }) {
  const { shape = 'aside' } = props;
  return <div className={classes('split', shape !== 'aside' && `split--${shape}`)}>{props.children}</div>;
}

/** The aside of a Split; nothing important may stand only here. */
export function Aside({ children, label }: { children: ReactNode; label: string }) {
  return (
    <aside className="stack" aria-label={label}>
      {children}
    </aside>
  );
}

/** A card with an optional heading and actions. `flush` lets a list or table reach its edges. */
export function Card(props: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean | undefined;
  level?: 2 | 3 | undefined;
  className?: string | undefined;
}) {
  const heading = useId();
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <section className={classes('card', props.className)} aria-labelledby={props.title ? heading : undefined}>
      {props.title ? (
        <div className="card__head">
          <Heading id={heading}>{props.title}</Heading>
          {props.actions ? <div className="row">{props.actions}</div> : null}
        </div>
      ) : null}
      <div className={props.flush ? 'card__flush' : 'card__body stack'}>{props.children}</div>
    </section>
  );
}

/** A group of a page under its own heading, with a count. */
export function Section(props: { title: ReactNode; children: ReactNode; hidden?: boolean | undefined }) {
  const heading = useId();
  return (
    <section className="group" aria-labelledby={heading}>
      <h2 id={heading} className={props.hidden ? 'sr' : undefined}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

/** Label and value, line by line. */
export function Facts({ facts }: { facts: readonly (readonly [label: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one record keep their order
        <div key={index} className="facts__line">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
