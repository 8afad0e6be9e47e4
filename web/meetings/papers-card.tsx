import { paperMessages as messages } from '#meetings/messages/papers.ts';
import type { MeetingPapers } from '#meetings/schema/papers.ts';
import { KeepFileForm } from '#web/meetings/keep-file-form.tsx';
import { decimal, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { OutButton } from '#web/ui/button.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { More } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';

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
                <KeepFileForm
                  command="papers/keep"
                  on={{ meetingId }}
                  label={t(messages.add)}
                  speakers={speakers}
                  onDone={query.reload}
                />
              </More>
            ) : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}
