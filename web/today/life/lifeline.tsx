import { useMemo } from 'react';
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { duration } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { DownLife } from '#web/today/life/down.tsx';
import { type Segment, segmentsOf, unexplainedTime } from '#web/today/life/model.ts';
import { LifeTables } from '#web/today/life/tables.tsx';
import { WideLife } from '#web/today/life/wide.tsx';
import { type LifeWords, segmentWords } from '#web/today/life/words.ts';
import { CustodianTag } from '#web/ui/custodian-tag.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import '#web/ui/styles/lifeline.css';
import '#web/today/life/life.css';

/** One child through time: who was responsible when, with everything that happened. */
export function LifelineCard(props: {
  life: Lifeline;
  words: LifeWords;
  numberOf: (stage: string | null) => number;
}) {
  const { life, words } = props;
  const segments = useMemo(() => segmentsOf(life), [life]);
  const empty =
    segments.length + life.met.length + life.marks.length + life.services.length + life.visits.length === 0;
  const own = Object.values(life.sees).includes('own');
  return (
    <Card
      title={t(messages.life)}
      className="lifeline"
      actions={<LifeTags life={life} segments={segments} words={words} />}
    >
      {own ? <Notice icon="eye">{t(messages.onlyOwn)}</Notice> : null}
      {empty ? (
        <EmptyState title={t(messages.lifeNone)}>{t(messages.lifeNoneMore)}</EmptyState>
      ) : (
        <>
          <WideLife {...props} segments={segments} />
          <DownLife life={life} segments={segments} words={words} />
          <Legend segments={segments} words={words} met={life.met.length > 0} />
          <LifeTables life={life} segments={segments} words={words} />
        </>
      )}
    </Card>
  );
}

function LifeTags({
  life,
  segments,
  words,
}: {
  life: Lifeline;
  segments: readonly Segment[];
  words: LifeWords;
}) {
  const gaps = segments.filter((it) => it.look === 'gap');
  const open = gaps.filter((it) => it.explained === null).length;
  const risk = life.cases.find((it) => it.state === 'open')?.riskLevel;
  const met = life.met.length;
  return (
    <>
      {life.sees.encounters === 'all' ? (
        <Tag>{met === 1 ? t(messages.tagMetOne) : t(messages.tagMet, { count: met })}</Tag>
      ) : null}
      {open > 0 ? (
        <Tag tone="negative" icon="alert">
          {t(open === 1 ? messages.tagGapOne : messages.tagGap, {
            count: open,
            time: duration(unexplainedTime(segments)),
          })}
        </Tag>
      ) : null}
      {open === 0 && gaps.length > 0 ? <Tag>{t(messages.tagExplained, { count: gaps.length })}</Tag> : null}
      {life.care.some((it) => it.disputed && !it.setAside) ? (
        <Tag tone="negative" icon="alert">
          {t(messages.tagDisputed)}
        </Tag>
      ) : null}
      {risk ? (
        <Tag tone={risk === 'HIGH' ? 'negative' : risk === 'MEDIUM' ? 'warning' : 'neutral'}>
          {t(messages.tagRisk, { level: words.label('risk_level', risk).toLowerCase() })}
        </Tag>
      ) : null}
    </>
  );
}

function Legend({ segments, words, met }: { segments: readonly Segment[]; words: LifeWords; met: boolean }) {
  const looks = new Map(segments.map((it) => [it.look, it]));
  return (
    <div className="stack stack--tight">
      <ul className="row life__legend" aria-label={t(messages.legend)}>
        {[...looks.values()]
          .filter((it) => it.look !== 'none')
          .map((it) => (
            <li key={it.look}>
              <CustodianTag kind={it.look} label={legendWords(it, words)} />
            </li>
          ))}
      </ul>
      {met ? <p className="meta">{t(messages.shapes)}</p> : null}
    </div>
  );
}

function legendWords(it: Segment, words: LifeWords): string | undefined {
  if (it.look === 'gap') return t(messages.gapShort, { time: '' }).trim();
  return it.care
    ? words.label('custodian_kind', it.care.kind)
    : it.look === 'family'
      ? t(messages.family)
      : segmentWords(it, words);
}
