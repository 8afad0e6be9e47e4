import { paperMessages as messages } from '#meetings/messages/papers.ts';
import type { MeetingPapers } from '#meetings/schema/papers.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Chosen } from '#web/platform/upload.ts';
import { Select, TextField } from '#web/ui/fields.tsx';
import { FileField, fileDoubt, useSending } from '#web/ui/file-field.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Values = { title: string; file: Chosen | null; speakerId: string };
type Props = {
  /** The command that keeps the file, and the record it is kept on. */
  command: 'papers/keep' | 'follow-up/keep-evidence';
  on: Readonly<Record<string, string>>;
  label: string;
  /** Whose paper it may be. */
  speakers?: MeetingPapers['speakers'] | undefined;
  onDone: () => void;
};

/** Sends a file and keeps it on a record: a paper of a meeting, or evidence of an action. */
export function KeepFileForm({ command, on, label, speakers, onDone }: Props) {
  const toast = useToast();
  const { sending, send } = useSending();
  const form = useForm<Values>({
    initial: { title: '', file: null, speakerId: '' },
    check: (values) => {
      const doubt = fileDoubt(values.file);
      return { ...required(values, ['title', 'file']), ...(doubt ? { file: doubt } : {}) };
    },
    submit: async ({ title, file, speakerId }, sent) => {
      if (!file) return false;
      await send(file);
      const kept = { fileId: file.fileId, title, fileName: file.file.name, byteCount: file.file.size };
      const whose = speakers ? { speakerId: speakerId || null } : {};
      await accepted(command, { ...on, ...kept, ...whose }, sent);
      toast({ text: t(messages.sent) });
      form.reset();
      onDone();
    },
  });
  return (
    <Form form={form} label={label}>
      <TextField field={form.field('title')} label={t(messages.name)} maxLength={200} />
      <FileField field={form.field('file')} label={t(messages.file)} sending={sending} />
      {speakers && speakers.length > 0 ? (
        <Select
          field={form.field('speakerId')}
          label={t(messages.speaker)}
          options={speakers.map((it) => ({ value: it.speakerId, label: it.name }))}
          optional
        />
      ) : null}
      <Row>
        <SubmitButton form={form} icon="upload" kind="plain">
          {t(messages.send)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
