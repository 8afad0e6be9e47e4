import type { ReactNode } from 'react';
import { t } from '#web/platform/i18n.ts';
import { classes } from '#web/ui/css-values.ts';
import { Icon, type IconName } from '#web/ui/icons.tsx';
import { messages } from '#web/ui/messages.ts';
import type { Tone } from '#web/ui/notice.tsx';

/** Says what a thing is: a state, a kind. What has a limit is a Clock; the two never look alike. */
export function Tag(props: { tone?: Tone | undefined; icon?: IconName | undefined; children: ReactNode }) {
  const { tone = 'neutral', icon } = props;
  return (
    <span className={classes('tag', tone !== 'neutral' && `tag--${tone}`)}>
      {icon ? <Icon name={icon} /> : null}
      {props.children}
    </span>
  );
}

/** How many there are, beside a heading; loud where somebody waits. */
export function Count({ value, loud }: { value: number; loud?: boolean | undefined }) {
  if (loud && value === 0) return null;
  return (
    <span className={classes('count', !loud && 'count--quiet')}>
      {value > 99 ? '99+' : value}
      {loud ? <span className="sr"> {t(messages.waiting)}</span> : null}
    </span>
  );
}
