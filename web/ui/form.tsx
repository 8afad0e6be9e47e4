import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '#web/platform/i18n.ts';
import { Button, type ButtonKind } from '#web/ui/button.tsx';
import type { IconName } from '#web/ui/icons.tsx';
import { Row } from '#web/ui/layout.tsx';
import { messages } from '#web/ui/messages.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';
import type { FormState } from '#web/ui/use-form.ts';

/** A form with its error summary on top. The browser's own checks stay silent; ours speak one language. */
export function Form(props: { form: FormState; children: ReactNode; label?: string | undefined }) {
  return (
    <form className="stack" noValidate onSubmit={props.form.onSubmit} aria-label={props.label}>
      <FormErrorSummary form={props.form} />
      {props.children}
    </form>
  );
}

/** What has to be put right, each with a way to its input; gets focus after a refused submit. */
export function FormErrorSummary({ form }: { form: FormState }) {
  const box = useRef<HTMLDivElement>(null);
  const { refused, errors, problem, savedBefore } = form;
  useEffect(() => {
    if (refused > 0) box.current?.focus();
  }, [refused]);
  if (refused === 0) return null;
  if (errors.length === 0 && !problem) return null;
  if (errors.length === 0 && problem) {
    return (
      <div ref={box} tabIndex={-1}>
        <ProblemNotice problem={problem}>
          {savedBefore ? (
            <Row>
              {savedBefore.see ? (
                <Button busy={form.busy} onClick={savedBefore.see}>
                  {t(messages.seeSaved)}
                </Button>
              ) : null}
              <Button kind="quiet" busy={form.busy} onClick={savedBefore.sendToo}>
                {t(messages.sendToo)}
              </Button>
            </Row>
          ) : null}
        </ProblemNotice>
      </div>
    );
  }
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <b>{errors.length === 1 ? t(messages.oneToFix) : t(messages.toFix, { count: errors.length })}</b>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.id)?.focus();
              }}
            >
              <LabelOf id={error.id} />
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// The summary names the field, as the message alone may not: "NIK: harus 16 angka, baru 14".
function LabelOf({ id }: { id: string }) {
  const [label, setLabel] = useState('');
  useEffect(() => {
    const input = document.getElementById(id);
    const words =
      document.querySelector(`label[for="${CSS.escape(id)}"]`) ??
      input?.closest('fieldset')?.querySelector('legend');
    setLabel(words?.firstChild?.textContent?.trim() ?? '');
  }, [id]);
  return label ? `${label}: ` : null;
}

/** The one primary button of a form; busy while sending, and says what is missing when it cannot. */
export function SubmitButton(props: {
  form: FormState;
  children: ReactNode;
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  big?: boolean | undefined;
  block?: boolean | undefined;
  blocked?: string | false | undefined;
}) {
  const { form, kind = 'primary', children, ...rest } = props;
  return (
    <Button type="submit" kind={kind} busy={form.busy} {...rest}>
      {children}
    </Button>
  );
}
