import { useState } from 'react';
import { messages } from '#custody/messages.ts';
import type { ChainLink, CustodyRecord } from '#custody/schema/reads.ts';
import { CustodianLine } from '#web/custody/words.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime, duration, span } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { Query } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { CustodianTag } from '#web/ui/custodian-tag.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Gap = CustodyRecord['gaps'][number];
type Line = { at: string; link?: ChainLink; gap?: Gap };

/** Who answered from first contact on, with every hole in it and a way to explain it. */
export function Chain(props: { record: CustodyRecord; words: Lists; query: Query<CustodyRecord> }) {
  const { record, words, query } = props;
  const [gap, setGap] = useState<Gap | null>(null);
  const toast = useToast();
  const lines: Line[] = [
    ...record.chain.map((link) => ({ at: link.startedAt, link })),
    ...record.gaps.map((it) => ({ at: it.from, gap: it })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <Card title={t(messages.chain)}>
      <p className="meta">{t(messages.chainFrom, { when: dateTime(record.held.firstContactAt) })}</p>
      <ol className="chain">
        {lines.map((line) =>
          line.link ? (
            <LinkLine key={line.link.custodyId} link={line.link} words={words} />
          ) : line.gap ? (
            <GapLine key={line.at} gap={line.gap} onExplain={setGap} />
          ) : null,
        )}
      </ol>
      <ReasonDialog
        about={gap ? `gap-${record.held.custodyId}-${gap.from}` : undefined}
        least={5}
        onClose={() => setGap(null)}
        title={t(messages.explainGap)}
        verb={t(messages.explainGap)}
        reasonLabel={t(messages.gapReason)}
        onAct={async (reason, sending) => {
          if (!gap?.to) return;
          const { from, to } = gap;
          const input = { stepId: sending.id, custodyId: record.held.custodyId, from, to, reason };
          await accepted('custody/explain-gap', input, sending);
          toast({ text: t(messages.gapDone), icon: 'check' });
          query.reload();
        }}
      >
        <p>{gap ? spanOf(gap.from, gap.to) : null}</p>
      </ReasonDialog>
    </Card>
  );
}

function spanOf(from: string, to: string | null): string {
  if (to === null) return `${dateTime(from)}–${t(messages.stillNow)}`;
  return `${span(from, to)} (${duration(new Date(to).getTime() - new Date(from).getTime())})`;
}

function LinkLine({ link, words }: { link: ChainLink; words: Lists }) {
  return (
    <li className={link.setAside ? 'is-aside' : undefined}>
      <CustodianLine link={link} words={words} />
      <span className="meta">
        {spanOf(link.startedAt, link.endedAt)}
        {link.endKind ? <> · {words.label('custody_end', link.endKind)}</> : null}
      </span>
      {link.setAside ? (
        <span className="meta">
          <Tag>{t(messages.setAside)}</Tag> {link.settledReason}
        </span>
      ) : link.disputed ? (
        <Tag tone="warning">{t(messages.disputedTag)}</Tag>
      ) : null}
    </li>
  );
}

function GapLine({ gap, onExplain }: { gap: Gap; onExplain: (gap: Gap) => void }) {
  return (
    <li>
      <CustodianTag kind="gap" label={t(messages.gapShown)} />
      <span className="meta">{spanOf(gap.from, gap.to)}</span>
      {gap.explained ? (
        <span className="meta">{t(messages.explained, { reason: gap.explained })}</span>
      ) : gap.to ? (
        <div>
          <Button onClick={() => onExplain(gap)}>{t(messages.explainGap)}</Button>
        </div>
      ) : null}
    </li>
  );
}
