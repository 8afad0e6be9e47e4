import { type ReactNode, type Ref, useId } from 'react';
import { classes } from '#web/ui/css-values.ts';
import { Icon, type IconName } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';

/** One primary button per view; danger for what cannot be taken back; quiet for what is beside the work. */
export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet';

type Look = {
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  big?: boolean | undefined;
  block?: boolean | undefined;
  className?: string | undefined;
};

type ButtonProps = Look & {
  children: ReactNode;
  type?: 'button' | 'submit' | undefined;
  onClick?: (() => void) | undefined;
  busy?: boolean | undefined;
  /** Why it cannot be pressed yet. The button stays, readable, and this sentence stands under it. */
  blocked?: string | false | undefined;
  pressed?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

function lookOf({ kind = 'plain', big, block, className }: Look): string {
  return classes(
    'button',
    kind !== 'plain' && `button--${kind}`,
    big && 'button--big',
    block && 'button--block',
    className,
  );
}

/** A button. The word on it is a verb; what is missing is said instead of hiding it. */
export function Button(props: ButtonProps) {
  const why = useId();
  const { children, type = 'button', onClick, busy, blocked, icon, pressed, ref } = props;
  const still = Boolean(blocked) || Boolean(busy);
  const button = (
    <button
      ref={ref}
      type={type}
      className={lookOf(props)}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      aria-describedby={blocked ? why : undefined}
      onClick={(event) => {
        if (still) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon && !busy ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
  if (!blocked) return button;
  return (
    <span className="blocked">
      {button}
      <span className="meta" id={why}>
        {blocked}
      </span>
    </span>
  );
}

/** A link that looks like a button: the next step is another screen. */
export function LinkButton(
  props: Look & { href: string; children: ReactNode; prefetch?: (() => void) | undefined },
) {
  return (
    <Link href={props.href} className={lookOf(props)} prefetch={props.prefetch}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </Link>
  );
}

/** A link out of the app, to a document the server makes or to a telephone number. */
export function OutButton(props: Look & { href: string; children: ReactNode; newTab?: boolean | undefined }) {
  const tab = props.newTab ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <a href={props.href} className={lookOf(props)} {...tab}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </a>
  );
}

/** A button that shows only a drawing; its label is read aloud. */
export function IconButton(props: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button type="button" className="button button--icon" aria-label={props.label} onClick={props.onClick}>
      <Icon name={props.icon} large />
    </button>
  );
}
