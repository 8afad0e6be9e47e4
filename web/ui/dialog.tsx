import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { lettersIn } from '#platform/letters.ts';
import { asProblem, type Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { classes } from '#web/ui/css-values.ts';
import { Doubt } from '#web/ui/fields.tsx';
import { messages } from '#web/ui/messages.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';

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
      {open ? (
        <>
          <div className="dialog__body">
            <h2 id={heading} tabIndex={-1}>
              {props.title}
            </h2>
            {props.children}
          </div>
          {props.foot ? <div className="dialog__foot">{props.foot}</div> : null}
          {props.foot ? null : (
            <div className="dialog__foot">
              <Button onClick={onClose}>{t(messages.close)}</Button>
            </div>
          )}
        </>
      ) : null}
    </dialog>
  );
}

/**
 * A weighty act: what follows from it, on whom, and a reason. The button carries the verb; there is no yes and no.
 * `onAct` gets the reason; what it throws is shown and nothing typed is lost.
 */
export function ReasonDialog(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  verb: string;
  keep?: string | undefined;
  children: ReactNode;
  reasonLabel?: string | undefined;
  danger?: boolean | undefined;
  /** What in the words should not stand there, said while they are typed; it blocks nothing. */
  doubtIn?: ((reason: string) => string | undefined) | undefined;
  onAct: (reason: string) => Promise<unknown>;
}) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const field = useId();
  const doubt = props.doubtIn?.(reason);
  async function act() {
    setBusy(true);
    setProblem(undefined);
    try {
      await props.onAct(reason.trim());
      setReason('');
      props.onClose();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      foot={
        <>
          <Button onClick={props.onClose}>{props.keep ?? t(messages.cancel)}</Button>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            busy={busy}
            blocked={lettersIn(reason) < 3 && t(messages.reasonMissing)}
            onClick={() => void act()}
          >
            {props.verb}
          </Button>
        </>
      }
    >
      {props.children}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className="field">
        <label htmlFor={field}>{props.reasonLabel ?? t(messages.reason)}</label>
        <textarea
          className="input"
          id={field}
          rows={3}
          maxLength={2000}
          value={reason}
          aria-describedby={doubt ? `${field}-doubt` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Doubt id={field} doubt={doubt} />
      </div>
    </Dialog>
  );
}
