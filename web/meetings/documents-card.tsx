import { documentMessages as messages } from '#meetings/messages/documents.ts';
import type { MeetingDocuments } from '#meetings/schema/documents.ts';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';

/** The newest issued letter of each kind; the way to drafts, issuing and files. */
export function DocumentsCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<MeetingDocuments>(`meetings/${meetingId}/documents`);
  return (
    <Card title={t(messages.title)}>
      <Loaded query={query} what={t(messages.one)} lines={3}>
        {({ items, host }) => {
          const issued = items.filter((it) => it.letters.length > 0);
          return (
            <>
              {issued.length === 0 ? <p className="meta">{t(messages.noneIssued)}</p> : null}
              <ul className="stack stack--tight">
                {issued.map(({ kind, letters: [newest] }) => (
                  <li key={kind}>
                    <b>{t(messages[kind])}</b>
                    {newest ? (
                      <div className="meta">
                        {t(messages.issuedLine, { number: newest.number, day: shortDate(newest.issuedAt) })}
                      </div>
                    ) : null}
                  </li>
                ))}
              </ul>
              {host || issued.length > 0 ? (
                <Row>
                  <LinkButton href={`/rapat/${meetingId}/surat`} icon="pen">
                    {t(messages.manage)}
                  </LinkButton>
                </Row>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
