import { paperMessages as messages } from '#meetings/messages/papers.ts';
import type { MeetingPapers } from '#meetings/schema/papers.ts';
import { accepted } from '#web/platform/api.ts';
import { decimal, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import type { Chosen } from '#web/platform/upload.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { OutButton } from '#web/ui/button.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { FileField, fileDoubt, useSending } from '#web/ui/file-field.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { More } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** What was brought to read, and a way to bring more. */
export function PapersCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<MeetingPapers>(`meetings/${meetingId}/papers`);
  const agencies = useAgencies();
  return (
    <Card title={t(messages.title)}>
      <Loaded query={query} what={t(messages.one)} lines={3}>
        {({ items, mayAdd, speakers }) => (
          <>
            {items.length === 0 ? <p className="meta">{t(messages.none)}</p> : null}
            <ul className="stack stack--tight">
              {items.map((it) => (
                <li key={it.fileId}>
                  <Row apart>
                    <div>
                      <b>{it.title}</b>
                      <div className="meta">
                        {[
                          it.speaker,
                          agencies.nameOf(it.agencyCode),
                          shortDate(it.keptAt),
                          t(messages.bytes, { size: decimal(it.byteCount / 1024 / 1024) }),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </div>
                    </div>
                    <OutButton
                      href={`/api/meetings/${meetingId}/papers/${it.fileId}`}
                      icon="download"
                      kind="quiet"
                    >
                      {t(messages.open)}
                    </OutButton>
                  </Row>
                </li>
              ))}
            </ul>
            {mayAdd ? (
              <More summary={t(messages.add)}>
                <PaperForm meetingId={meetingId} speakers={speakers} onDone={query.reload} />
              </More>
            ) : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

type PaperValues = { title: string; file: Chosen | null; speakerId: string };

function PaperForm(props: { meetingId: string; speakers: MeetingPapers['speakers']; onDone: () => void }) {
  const { meetingId, speakers, onDone } = props;
  const toast = useToast();
  const { sending, send } = useSending();
  const form = useForm<PaperValues>({
    initial: { title: '', file: null, speakerId: '' },
    check: (values) => {
      const doubt = fileDoubt(values.file);
      return { ...required(values, ['title', 'file']), ...(doubt ? { file: doubt } : {}) };
    },
    submit: async ({ title, file, speakerId }, sent) => {
      if (!file) return false;
      await send(file);
      await accepted(
        'papers/keep',
        {
          meetingId,
          fileId: file.fileId,
          title,
          fileName: file.file.name,
          byteCount: file.file.size,
          speakerId: speakerId || null,
        },
        sent,
      );
      toast({ text: t(messages.sent) });
      form.reset();
      onDone();
    },
  });
  return (
    <Form form={form} label={t(messages.add)}>
      <TextField field={form.field('title')} label={t(messages.name)} maxLength={200} />
      <FileField field={form.field('file')} label={t(messages.file)} sending={sending} />
      {speakers.length > 0 ? (
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
