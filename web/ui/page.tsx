import { type ReactNode, useEffect, useRef } from 'react';
import { type Crumb, setWhere } from '#web/ui/where.ts';

let arrivedAt = '';

/**
 * Every screen's frame: its title, what can be done, and its content. On arrival the heading takes focus, so that
 * a screen reader begins here; the first page of a visit leaves the focus where the browser put it.
 */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  crumbs?: readonly Crumb[] | undefined;
  /** Takes the place of the title on the page, and contains the h1: a big PersonTag with `heading`. */
  head?: ReactNode;
  /** Larger letters, for use on the pavement. */
  field?: boolean | undefined;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { title, crumbs = [] } = props;
  const way = crumbs.map((crumb) => crumb.href).join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: way stands for crumbs, which are made anew at each drawing
  useEffect(() => {
    document.title = `${title} · Rangkul`;
    setWhere({ title, crumbs });
  }, [title, way]);

  useEffect(() => {
    const here = window.location.pathname;
    if (arrivedAt === here) return;
    const first = arrivedAt === '';
    arrivedAt = here;
    if (!first) box.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, []);

  return (
    <div ref={box} className={props.field ? 'page page--field' : 'page'}>
      <PageHeader title={title} lead={props.lead} actions={props.actions} head={props.head} />
      {props.children}
    </div>
  );
}

/** The head of a page: title, one sentence, and its buttons; one of them primary. */
export function PageHeader(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  head?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div>
        {props.head ?? <h1 tabIndex={-1}>{props.title}</h1>}
        {props.lead ? <p>{props.lead}</p> : null}
      </div>
      {props.actions ? <div className="row">{props.actions}</div> : null}
    </div>
  );
}

/** The actions of a long form on a phone, within reach of the thumb. */
export function StickyActions({ children }: { children: ReactNode }) {
  return <div className="sticky-actions">{children}</div>;
}
