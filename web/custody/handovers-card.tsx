import { messages } from '#custody/messages.ts';
import type { Handover } from '#custody/schema/reads.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { OutButton } from '#web/ui/button.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** The hand-overs of a chain with their papers, newest first. */
export function Handovers({ handovers, words }: { handovers: readonly Handover[]; words: Lists }) {
  return (
    <Card title={t(messages.handovers)}>
      {handovers.length === 0 ? (
        <p className="meta">{t(messages.noHandovers)}</p>
      ) : (
        <Timeline>
          {handovers.map((it) => (
            <TimelineItem key={it.handoverId} icon="swap" meta={`${dateTime(it.occurredAt)} · ${it.number}`}>
              <HandoverLine handover={it} words={words} />
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Card>
  );
}

/** One hand-over: where to, between whom, and its papers. */
export function HandoverLine({ handover, words }: { handover: Handover; words: Lists }) {
  const relation = words.label('kin_relation', handover.receiverRelation);
  const receiver = [handover.receiver, relation].filter(Boolean).join(', ') || '–';
  return (
    <>
      <b>{words.label('custody_end', handover.endKind)}</b>{' '}
      {handover.state === 'disputed' ? <Tag tone="warning">{t(messages.disputedTag)}</Tag> : null}
      {handover.state === 'set_aside' ? <Tag>{t(messages.setAside)}</Tag> : null}
      <div className="meta">{t(messages.fromTo, { giver: handover.giver || '–', receiver })}</div>
      {handover.supervisorDecided ? (
        <div className="meta">{handover.supervisorReason ?? t(messages.supervisorDecided)}</div>
      ) : null}
      <Papers handoverId={handover.handoverId} letter={handover.statementLetter} />
    </>
  );
}

/** The papers of a hand-over, made by the server. */
export function Papers({ handoverId, letter }: { handoverId: string; letter: boolean }) {
  return (
    <Row>
      <OutButton icon="print" href={`/api/custody/handovers/${handoverId}/record`} newTab>
        {t(messages.printRecord)}
      </OutButton>
      {letter ? (
        <OutButton icon="print" href={`/api/custody/handovers/${handoverId}/letter`} newTab>
          {t(messages.printLetter)}
        </OutButton>
      ) : null}
    </Row>
  );
}
