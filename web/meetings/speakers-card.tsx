import { messages } from '#meetings/messages/meetings.ts';
import type { Meeting } from '#meetings/schema/meetings.ts';
import { t } from '#web/platform/i18n.ts';
import { Card } from '#web/ui/layout.tsx';

/** Who speaks, in which office, on what. */
export function SpeakersCard({ meeting }: { meeting: Meeting }) {
  return (
    <Card title={t(messages.speakers)}>
      {meeting.speakers.length === 0 ? (
        <p className="meta">{t(messages.noSpeakers)}</p>
      ) : (
        <ol className="stack stack--tight">
          {meeting.speakers.map((it) => (
            <li key={it.speakerId}>
              <b>{it.office}</b>
              <div className="meta">{[it.name, it.topic].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
