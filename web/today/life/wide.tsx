import { useId } from 'react';
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { date, dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Limits, Visits } from '#web/today/life/ahead.tsx';
import { Block, TextureIds, Textures } from '#web/today/life/band.tsx';
import { Lenses } from '#web/today/life/lenses.tsx';
import { aheadOf, extentOf, lensesOf, pinsOf, type Segment } from '#web/today/life/model.ts';
import { mostServices, Pins, Services, Steps } from '#web/today/life/rows.tsx';
import { edge, monthTicks, scaleOf } from '#web/today/life/scale.ts';
import {
  aheadWords,
  careWords,
  gapWhy,
  type LifeWords,
  segmentTime,
  segmentWords,
} from '#web/today/life/words.ts';

const band = { y: 86, height: 34 } as const;

/** The lifeline sideways: one band for the whole time, under it the hours enlarged, the case, services and visits. */
export function WideLife(props: {
  life: Lifeline;
  segments: readonly Segment[];
  words: LifeWords;
  numberOf: (stage: string | null) => number;
}) {
  const { life, segments, words } = props;
  const id = useId();
  const time = extentOf(life, segments);
  const scale = scaleOf(time, edge.left, edge.right);
  const ahead = aheadOf(life);
  const lenses = lensesOf(segments);
  const lensY = lenses.length > 0 ? 168 : 0;
  const caseY = lenses.length > 0 ? 248 : 146;
  const stages = life.cases.length > 0 && life.marks.length > 0;
  const serviceY = stages ? caseY + 70 : caseY;
  const services = Math.min(life.services.length, mostServices);
  const visitY = serviceY + services * 20 + 12;
  const bottom = (life.visits.length > 0 ? visitY + 14 : serviceY + services * 20) + 8;
  const now = scale(Date.parse(life.now));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and the keyboard must reach that
    <section className="lifeline__wide" tabIndex={0} aria-label={t(messages.scroll)}>
      <svg viewBox={`0 0 ${edge.width} ${bottom + 22}`} role="img" aria-labelledby={`${id}t ${id}d`}>
        <title id={`${id}t`}>{t(messages.drawing, { from: date(time.from), to: date(life.now) })}</title>
        <desc id={`${id}d`}>{sentenceOf(life, segments, words)}</desc>
        <TextureIds value={id.replace(/[^a-zA-Z0-9]/g, '')}>
          <Textures />
          <Months time={time} bottom={bottom} scale={scale} />
          {/* Under the texts, and not across the enlarged hours, which are another time. */}
          <path
            d={lensY > 0 ? `M${now} 24V${lensY - 24}M${now} ${lensY + 62}V${bottom}` : `M${now} 24V${bottom}`}
            stroke="var(--ink)"
            strokeWidth="1.5"
            opacity=".8"
          />
          <RowLabels
            lensY={lensY}
            caseY={stages ? caseY : 0}
            serviceY={services + life.visits.length > 0 ? serviceY : 0}
          />
          {lenses.length > 0 ? (
            <Lenses lenses={lenses} band={scale} from={band.y + band.height} y={lensY} words={words} />
          ) : null}
          {drawOrder(segments).map((it) => (
            <Block
              key={it.key}
              it={it}
              scale={scale}
              {...band}
              title={`${segmentWords(it, words)}, ${segmentTime(it)}${it.look === 'gap' ? `, ${gapWhy(it)}` : ''}`}
              labels={[segmentWords(it, words)]}
            />
          ))}
          <Limits ahead={ahead} now={Date.parse(life.now)} scale={scale} {...band} />
          <Pins pins={pinsOf(life)} scale={scale} words={words} />
          {stages ? <Steps {...props} scale={scale} y={caseY} height={48} /> : null}
          <Services life={life} scale={scale} y={serviceY} words={words} />
          <Visits life={life} scale={scale} y={visitY} />
          <rect x={now - 32} y={bottom} width="64" height="20" rx="4" fill="var(--ink)" />
          <text x={now} y={bottom + 14} textAnchor="middle" className="life__now">
            {t(messages.now)}
          </text>
          {ahead.length > 0 && now + 40 + 60 < edge.right ? (
            <text x={now + 40} y={bottom + 14} className="t-small">
              {t(messages.ahead)}
            </text>
          ) : null}
        </TextureIds>
      </svg>
    </section>
  );
}

/** Gaps last, so that a short one is not painted over. */
function drawOrder(segments: readonly Segment[]): Segment[] {
  const rank = (it: Segment) => (it.look === 'none' ? 0 : it.look === 'gap' ? 2 : 1);
  return [...segments].sort((a, b) => rank(a) - rank(b));
}

function Months(props: {
  time: { from: number; to: number };
  bottom: number;
  scale: (at: number) => number;
}) {
  return monthTicks(props.time).map((tick) => {
    const x = props.scale(tick.at);
    return (
      <g key={tick.at}>
        <path d={`M${x} 22V${props.bottom}`} stroke="var(--line)" />
        {x < edge.right - 40 ? (
          <text x={x + 5} y="16">
            {tick.label}
          </text>
        ) : null}
      </g>
    );
  });
}

function RowLabels({ lensY, caseY, serviceY }: { lensY: number; caseY: number; serviceY: number }) {
  const [first, ...rest] = t(messages.rowCare).split(' ');
  return (
    <>
      <text x="0" y="50" className="t-strong">
        {t(messages.rowMet)}
      </text>
      <text x="0" y={rest.length > 0 ? 100 : 108} className="t-strong">
        {first}
      </text>
      <text x="0" y="116" className="t-strong">
        {rest.join(' ')}
      </text>
      {lensY > 0 ? (
        <>
          <text x="0" y={lensY + 16} className="t-strong">
            {t(messages.rowLens)}
          </text>
          <text x="0" y={lensY + 32} className="t-small">
            {t(messages.rowLensMore)}
          </text>
        </>
      ) : null}
      {caseY > 0 ? (
        <text x="0" y={caseY + 28} className="t-strong">
          {t(messages.rowCase)}
        </text>
      ) : null}
      {serviceY > 0 ? (
        <text x="0" y={serviceY + 9} className="t-strong">
          {t(messages.rowService)}
        </text>
      ) : null}
    </>
  );
}

/** The drawing in a sentence or three, for those who do not see it. */
function sentenceOf(life: Lifeline, segments: readonly Segment[], words: LifeWords): string {
  const days = life.met.map((it) => shortDate(it.at)).join(', ');
  const parts = [t(messages.drawingMet, { count: life.met.length, days: days || '–' })];
  if (life.custodian)
    parts.push(
      t(messages.drawingNow, {
        who: careWords(life.custodian, words),
        when: dateTime(life.custodian.since),
      }),
    );
  else if (life.custodian === null) parts.push(t(messages.drawingNobody));
  const gaps = segments.filter((it) => it.look === 'gap').length;
  if (gaps > 0) parts.push(t(messages.drawingGaps, { count: gaps }));
  const ahead = aheadOf(life);
  if (ahead[0])
    parts.push(
      t(messages.drawingAhead, {
        count: ahead.length,
        when: shortDate(ahead[0].at),
        what: aheadWords(ahead[0], words),
      }),
    );
  return [...parts, t(messages.drawingTable)].join(' ');
}
