import { type ReactNode, useEffect, useId, useRef } from 'react';
import { lettersIn, longestReason } from '#platform/letters.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { classes } from '#web/ui/css-values.ts';
import { TextField } from '#web/ui/fields.tsx';
import { FormErrorSummary } from '#web/ui/form.tsx';
import { messages } from '#web/ui/messages.ts';
import { type Sending, useForm } from '#web/ui/use-form.ts';

/** A native dialog. Escape and the close button call `onClose`; focus goes to the heading and back where it came from. */
export function Dialog(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  foot?: ReactNode;
  /** Rises from the lower edge on a phone. */
  sheet?: boolean | undefined;
}) {
  const { open, onClose, title, sheet, children } = props;
  const foot = props.foot ?? <Button onClick={onClose}>{t(messages.close)}</Button>;
  return (
    <Frame open={open} onClose={onClose} sheet={sheet}>
      {(heading) => (
        <Parts heading={heading} title={title} foot={foot}>
          {children}
        </Parts>
      )}
    </Frame>
  );
}

function Frame(props: {
  open: boolean;
  onClose: () => void;
  sheet?: boolean | undefined;
  children: (heading: string) => ReactNode;
}) {
  const { open, onClose } = props;
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return;
    dialog.showModal();
    dialog.querySelector('h2')?.focus();
    return () => dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the sheet closes it; the keyboard has Escape
    <dialog
      ref={box}
      className={classes('dialog', props.sheet && 'dialog--sheet')}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (props.sheet && event.target === box.current) onClose();
      }}
    >
      {open ? props.children(heading) : null}
    </dialog>
  );
}

function Parts(props: { heading: string; title: string; children: ReactNode; foot: ReactNode }) {
  return (
    <>
      <div className="dialog__body">
        <h2 id={props.heading} tabIndex={-1}>
          {props.title}
        </h2>
        {props.children}
      </div>
      <div className="dialog__foot">{props.foot}</div>
    </>
  );
}

type ReasonProps = {
  /** The record and the act it is about; nothing while it is closed. A reason begun for one stays with it, and with no other. */
  about: string | undefined;
  onClose: () => void;
  title: string;
  verb: string;
  keep?: string | undefined;
  children: ReactNode;
  reasonLabel?: string | undefined;
  danger?: boolean | undefined;
  /** How many letters and digits the command asks for. */
  least?: number | undefined;
  /** What the command calls it, so that its refusal reaches the field. */
  name?: string | undefined;
  /** What in the words should not stand there, said while they are typed; it blocks nothing. */
  doubtIn?: ((reason: string) => string | undefined) | undefined;
  onAct: (reason: string, sending: Sending) => Promise<unknown>;
};

/**
 * A weighty act: what follows from it, on whom, and a reason. The button carries the verb; there is no yes and no.
 * `onAct` gets the reason; what it throws is shown and nothing typed is lost.
 */
export function ReasonDialog(props: ReasonProps) {
  return (
    <Frame open={props.about !== undefined} onClose={props.onClose}>
      {(heading) => <Reason key={props.about} heading={heading} {...props} />}
    </Frame>
  );
}

function Reason({ heading, ...props }: ReasonProps & { heading: string }) {
  const { least = 3, name = 'reason', onAct, onClose } = props;
  const form = useForm<Record<string, string>>({
    initial: { [name]: '' },
    draft: { key: `reason-${props.about}`, safe: [] },
    submit: async (values, sending) => {
      await onAct((values[name] ?? '').trim(), sending);
      onClose();
    },
  });
  const field = form.field(name);
  const missing = least > 3 ? t(messages.reasonLetters, { least }) : t(messages.reasonMissing);
  const foot = (
    <>
      <Button onClick={onClose}>{props.keep ?? t(messages.cancel)}</Button>
      <Button
        kind={props.danger ? 'danger' : 'primary'}
        busy={form.busy}
        blocked={lettersIn(field.value) < least && missing}
        onClick={form.onSubmit}
      >
        {props.verb}
      </Button>
    </>
  );
  return (
    <Parts heading={heading} title={props.title} foot={foot}>
      {props.children}
      <FormErrorSummary form={form} />
      <TextField
        field={field}
        label={props.reasonLabel ?? t(messages.reason)}
        lines={3}
        maxLength={longestReason}
        doubt={props.doubtIn?.(field.value)}
      />
    </Parts>
  );
}
