import type { ReactNode } from 'react';

/** An empty list says what that means and what comes next; never a joke, never only a drawing. */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3 | undefined;
}) {
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <svg
        className="empty__art"
        viewBox="0 0 112 64"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M8 56h96M22 56a34 34 0 0 1 68 0M56 8v8M24 20l6 6M88 20l-6 6" />
      </svg>
      <Heading>{props.title}</Heading>
      {props.children ? <p>{props.children}</p> : null}
      {props.action}
    </div>
  );
}
