import type { ReactNode } from 'react';
import type { Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { classes } from '#web/ui/css-values.ts';
import { Icon, type IconName } from '#web/ui/icons.tsx';
import { messages } from '#web/ui/messages.ts';

/** How a sentence is meant; neutral by default. */
export type Tone = 'neutral' | 'positive' | 'warning' | 'negative' | 'brand';

const signs = {
  neutral: 'info',
  positive: 'check',
  warning: 'alert',
  negative: 'alert',
  brand: 'info',
} satisfies Record<Tone, IconName>;

/** A sign, a sentence, a way on. `urgent` is read aloud at once: only for what stops the work. */
export function Notice(props: {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  title?: ReactNode;
  children?: ReactNode;
  urgent?: boolean | undefined;
}) {
  const { tone = 'neutral' } = props;
  return (
    <div
      className={classes('notice', tone !== 'neutral' && `notice--${tone}`)}
      role={props.urgent ? 'alert' : undefined}
    >
      <Icon name={props.icon ?? signs[tone]} />
      <div>
        {props.title ? <b>{props.title} </b> : null}
        {props.children}
      </div>
    </div>
  );
}

/** What the server said when it did not do it, in its own words, with a second try when that can help. */
export function ProblemNotice({
  problem,
  onRetry,
  children,
}: {
  problem: Problem;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}) {
  return (
    <Notice tone="negative" urgent>
      <span>{problem.message}</span>
      {onRetry ? (
        <div>
          <Button kind="quiet" icon="sync" onClick={onRetry}>
            {t(messages.tryAgain)}
          </Button>
        </div>
      ) : null}
      {children}
    </Notice>
  );
}
