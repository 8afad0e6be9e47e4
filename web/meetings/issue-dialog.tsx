import { documentMessages as messages } from '#meetings/messages/documents.ts';
import type { DocumentKind } from '#meetings/rules/documents.ts';
import type { LetterResult, MeetingDocuments } from '#meetings/schema/documents.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = {
  meetingId: string;
  kind: DocumentKind | null;
  signatory: MeetingDocuments['signatory'];
  onClose: () => void;
  onDone: () => void;
};

/** Who signs, before a paper gets its number. */
export function IssueDialog({ meetingId, kind, signatory, onClose, onDone }: Props) {
  const toast = useToast();
  const form = useForm({
    initial: { ...signatory, words: '' },
    check: (values) => required(values, ['title']),
    submit: async ({ words, ...signs }, sending) => {
      const { number } = await accepted<LetterResult>(
        'letters/issue',
        { letterId: sending.id, meetingId, kind, signatory: signs, ...(kind === 'MEMO' ? { words } : {}) },
        sending,
      );
      toast({ text: t(messages.issued, { number }) });
      onDone();
      onClose();
    },
  });
  return (
    <Dialog
      open={kind !== null}
      onClose={onClose}
      title={kind ? t(messages.issueOf, { paper: t(messages[kind]) }) : ''}
      foot={<Button onClick={onClose}>{t(messages.keep)}</Button>}
    >
      <Form form={form} label={t(messages.issue)}>
        <TextField field={form.field('title')} label={t(messages.signTitle)} maxLength={120} />
        <TextField
          field={form.field('name')}
          label={t(messages.signName)}
          hint={t(messages.signHint)}
          maxLength={120}
          optional
        />
        <TextField field={form.field('rank')} label={t(messages.signRank)} maxLength={120} optional />
        {kind === 'MEMO' ? (
          <TextField
            field={form.field('words')}
            label={t(messages.words)}
            lines={4}
            maxLength={4000}
            optional
          />
        ) : null}
        <Row>
          <SubmitButton form={form} icon="check">
            {t(messages.issue)}
          </SubmitButton>
        </Row>
      </Form>
    </Dialog>
  );
}
