import { messages } from '#cases/messages.ts';
import { type NoteKind, noteKinds } from '#cases/schema/acts.ts';
import type { CasePage } from '#cases/schema/reads.ts';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { DateTimeField, PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import type { IconName } from '#web/ui/icons.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

const kindWords = {
  note: messages.note_note,
  visit: messages.note_visit,
  contact: messages.note_contact,
  conference: messages.note_conference,
  review: messages.note_review,
};
const kindIcons = {
  note: 'doc',
  visit: 'home',
  contact: 'phone',
  conference: 'users',
  review: 'check',
} satisfies Record<NoteKind, IconName>;

/** What the kind of a note is called. */
export function noteName(kind: NoteKind): string {
  return t(kindWords[kind]);
}

/** The drawing of a kind of note. */
export function noteIcon(kind: NoteKind): IconName {
  return kindIcons[kind];
}

/** Notes of a case, newest first, and the form for another. */
export function NotesTab({ page, reload }: { page: CasePage; reload: () => void }) {
  const notes = page.notes ?? [];
  return (
    <Stack>
      {page.abilities.includes('note') ? <NoteForm caseId={page.caseId} reload={reload} /> : null}
      <Card title={t(messages.notes)}>
        {notes.length === 0 ? (
          <EmptyState title={t(messages.notesEmpty)}>{t(messages.notesEmptyMore)}</EmptyState>
        ) : (
          <Timeline>
            {notes.map((note) => (
              <TimelineItem
                key={note.noteId}
                icon={noteIcon(note.kind)}
                meta={`${dateTime(note.occurredAt)} · ${note.by ?? ''}`}
              >
                <b>{noteName(note.kind)}</b>
                <p className="said">{note.body}</p>
              </TimelineItem>
            ))}
          </Timeline>
        )}
      </Card>
    </Stack>
  );
}

function NoteForm({ caseId, reload }: { caseId: string; reload: () => void }) {
  const toast = useToast();
  const form = useForm({
    initial: { kind: 'note', happenedAt: '', body: '' },
    draft: { key: `note-${caseId}`, safe: [] },
    check: (values) => required(values, ['body']),
    submit: async ({ kind, happenedAt, body }, sending) => {
      const input = {
        caseId,
        noteId: sending.id,
        kind,
        body: body.trim(),
        ...(happenedAt ? { happenedAt } : {}),
      };
      await accepted('cases/note', input, sending);
      toast({ text: t(messages.noteSaved) });
      form.reset();
      reload();
    },
  });
  return (
    <Card title={t(messages.noteAdd)}>
      <Form form={form}>
        <PickTiles
          field={form.field('kind')}
          label={t(messages.noteKind)}
          options={noteKinds.map((value) => ({ value, label: noteName(value) }))}
        />
        <DateTimeField field={form.field('happenedAt')} label={t(messages.noteWhen)} optional />
        <TextField field={form.field('body')} label={t(messages.noteBody)} lines={4} maxLength={4000} />
        <SubmitButton form={form} icon="pen">
          {t(messages.noteAdd)}
        </SubmitButton>
      </Form>
    </Card>
  );
}
