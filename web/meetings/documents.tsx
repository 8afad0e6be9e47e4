import { useState } from 'react';
import { documentMessages as messages, missingMessages } from '#meetings/messages/documents.ts';
import { type DocumentKind, exportKinds } from '#meetings/rules/documents.ts';
import type { MeetingDocument, MeetingDocuments } from '#meetings/schema/documents.ts';
import type { ExportResult } from '#meetings/schema/exports.ts';
import { ExportsList } from '#web/meetings/exports-list.tsx';
import { IssueDialog } from '#web/meetings/issue-dialog.tsx';
import { accepted } from '#web/platform/api.ts';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button, OutButton } from '#web/ui/button.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** The letters and papers of a meeting: drafts, what was issued, and the files with names. */
export function Screen({ params }: ScreenProps) {
  const meetingId = params.meetingId ?? '';
  const query = useQuery<MeetingDocuments>(`meetings/${meetingId}/documents`);
  const [issuing, setIssuing] = useState<DocumentKind | null>(null);
  return (
    <Page
      title={t(messages.title)}
      lead={query.data?.host ? t(messages.lead) : undefined}
      crumbs={[{ label: t(messages.meeting), href: `/rapat/${meetingId}` }]}
    >
      <Loaded query={query} what={t(messages.one)}>
        {({ items, exports, signatory, host }) => (
          <Stack>
            {items.length === 0 ? <p className="meta">{t(messages.noneIssued)}</p> : null}
            {items.map((it) => (
              <DocumentCard key={it.kind} meetingId={meetingId} it={it} onIssue={() => setIssuing(it.kind)} />
            ))}
            {host ? (
              <Card title={t(messages.exports)}>
                <p className="meta">{t(messages.exportsLead)}</p>
                <ExportsList items={exports} reload={query.reload} />
                <AskForm meetingId={meetingId} onDone={query.reload} />
              </Card>
            ) : null}
            <IssueDialog
              key={issuing}
              meetingId={meetingId}
              kind={issuing}
              signatory={signatory}
              onClose={() => setIssuing(null)}
              onDone={query.reload}
            />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

type DocumentProps = { meetingId: string; it: MeetingDocument; onIssue: () => void };

function DocumentCard({ meetingId, it, onIssue }: DocumentProps) {
  const file = `/api/meetings/${meetingId}/documents/${it.kind}`;
  return (
    <Card title={t(messages[it.kind])}>
      {it.missing ? <p className="meta">{t(missingMessages[it.missing])}</p> : null}
      {it.byExport ? <p className="meta">{t(messages.byExport, { names: it.names })}</p> : null}
      {it.letters.map((letter) => (
        <Row key={letter.letterId} apart>
          <div>
            {t(messages.issuedLine, { number: letter.number, day: shortDate(letter.issuedAt) })}
            {letter.issuedBy ? <div className="meta">{letter.issuedBy}</div> : null}
          </div>
          {it.byExport ? null : (
            <OutButton href={`${file}?letterId=${letter.letterId}`} icon="download" kind="quiet">
              {t(messages.download)}
            </OutButton>
          )}
        </Row>
      ))}
      <Acts meetingId={meetingId} it={it} onIssue={onIssue} />
    </Card>
  );
}

function Acts({ meetingId, it, onIssue }: DocumentProps) {
  const file = `/api/meetings/${meetingId}/documents/${it.kind}`;
  if (!it.mayDraft && !it.mayIssue) return null;
  return (
    <Row>
      {it.mayDraft && !it.byExport ? (
        <OutButton href={file} icon="download" kind="quiet">
          {t(messages.draft)}
        </OutButton>
      ) : null}
      {it.mayDraft && it.kind === 'FOLLOW_UP' ? (
        <OutButton href={`${file}?format=xlsx`} icon="download" kind="quiet">
          {t(messages.workbook)}
        </OutButton>
      ) : null}
      {it.mayIssue ? (
        <Button icon="pen" onClick={onIssue}>
          {t(it.letters.length > 0 ? messages.issueAgain : messages.issue)}
        </Button>
      ) : null}
    </Row>
  );
}

function AskForm({ meetingId, onDone }: { meetingId: string; onDone: () => void }) {
  const toast = useToast();
  const form = useForm({
    initial: { kind: '', purpose: '' },
    check: (values) => required(values, ['kind', 'purpose']),
    submit: async (values, sending) => {
      const input = { exportId: sending.id, meetingId, ...values };
      const { state } = await accepted<ExportResult>('exports/ask', input, sending);
      toast({ text: t(state === 'asked' ? messages.askedToast : messages.queuedToast) });
      form.reset();
      onDone();
    },
  });
  return (
    <Form form={form} label={t(messages.ask)}>
      <Select
        field={form.field('kind')}
        label={t(messages.askKind)}
        options={exportKinds.map((kind) => ({ value: kind, label: t(messages[kind]) }))}
      />
      <TextField field={form.field('purpose')} label={t(messages.purpose)} maxLength={300} />
      <Row>
        <SubmitButton form={form} icon="download" kind="plain">
          {t(messages.ask)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
