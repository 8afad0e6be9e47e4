import type { ReactNode } from 'react';
import { Link as RouterLink } from 'wouter';
import { usePreload } from '#web/platform/router.tsx';

/** What every link takes. */
export type LinkProps = {
  href: string;
  children: ReactNode;
  className?: string | undefined;
  /** Starts the next screen's reading when a pointer or finger comes near; see `prefetch`. */
  prefetch?: (() => void) | undefined;
  current?: boolean | undefined;
  label?: string | undefined;
  onClick?: (() => void) | undefined;
};

/** A way to another screen of the app. The screen's code is fetched before the press ends. */
export function Link({ href, children, className, prefetch, current, label, onClick }: LinkProps) {
  const preload = usePreload();
  const near = () => {
    preload(href);
    prefetch?.();
  };
  return (
    <RouterLink
      href={href}
      className={className}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={onClick}
      onPointerEnter={near}
      onPointerDown={near}
      onFocus={near}
    >
      {children}
    </RouterLink>
  );
}
