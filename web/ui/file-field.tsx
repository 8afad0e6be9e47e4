import { useState } from 'react';
import { fileProblemMessages, messages } from '#platform/files/messages.ts';
import { fileKinds, refusedAtSight } from '#platform/files/rules.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { type Chosen, sendFile } from '#web/platform/upload.ts';
import { Field, type FieldWords } from '#web/ui/fields.tsx';
import { Progress } from '#web/ui/loading.tsx';
import type { Bound } from '#web/ui/use-form.ts';

const accept = [...Object.keys(fileKinds), 'jpeg'].map((end) => `.${end}`).join(',');

/** Why the chosen file can't be sent, before anything of it is; nothing when it can, or when none is chosen. */
export function fileDoubt(chosen: Chosen | null): string | undefined {
  if (!chosen) return undefined;
  const code = refusedAtSight(chosen.file.name, chosen.file.size);
  if (!code) return undefined;
  return t(fileProblemMessages[code], { megabytes: Math.ceil(chosen.file.size / 1024 / 1024) });
}

export type Sending = { done: number; total: number } | null;

/** How far a file is on its way, and the sending itself. */
export function useSending() {
  const [sending, setSending] = useState<Sending>(null);
  async function send(chosen: Chosen): Promise<void> {
    try {
      await sendFile(chosen, (done, total) => setSending({ done, total }));
    } finally {
      setSending(null);
    }
  }
  return { sending, send };
}

/** A file from the device. What can be seen of it at once is said at once; the other fields keep what they hold. */
export function FileField(props: FieldWords & { field: Bound<Chosen | null>; sending: Sending }) {
  const { field, sending } = props;
  return (
    <>
      <Field {...props} hint={props.hint ?? t(messages.accepted)}>
        {(attributes) => (
          <input
            {...attributes}
            className="input input--file"
            type="file"
            accept={accept}
            onChange={(event) => {
              const file = event.target.files?.[0];
              field.set(file ? { file, fileId: newId() } : null);
              field.touch();
            }}
          />
        )}
      </Field>
      {sending ? (
        <Progress value={sending.done} max={sending.total} label={t(messages.sending, sending)} />
      ) : null}
    </>
  );
}
