import { messages } from '#today/messages/life.ts';
import { duration, shortDate, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Block } from '#web/today/life/band.tsx';
import type { Lens, Segment } from '#web/today/life/model.ts';
import { edge, fitting, hourTicks, type Scale, scaleOf } from '#web/today/life/scale.ts';
import { gapWhy, type LifeWords, segmentTime, segmentWords } from '#web/today/life/words.ts';

const most = 3;
const gap = 28;

/** The hours in which the child changed hands, enlarged; the latest three when there are more. */
export function Lenses(props: {
  lenses: readonly Lens[];
  band: Scale;
  /** Where the band ends, and where the enlarged bands begin. */
  from: number;
  y: number;
  words: LifeWords;
}) {
  const shown = props.lenses.slice(-most);
  const width = (edge.right - edge.left - gap * (shown.length - 1)) / Math.max(1, shown.length);
  return shown.map((lens, index) => {
    const left = edge.left + index * (width + gap);
    return <OneLens key={lens.from} lens={lens} {...props} left={left} right={left + Math.min(width, 640)} />;
  });
}

function OneLens(props: {
  lens: Lens;
  band: Scale;
  from: number;
  y: number;
  left: number;
  right: number;
  words: LifeWords;
}) {
  const { lens, left, right, y, words } = props;
  const scale = scaleOf(lens, left, right);
  const [a, b] = [props.band(lens.from), Math.max(props.band(lens.to), props.band(lens.from) + 3)];
  const days =
    shortDate(lens.from) === shortDate(lens.to)
      ? shortDate(lens.from)
      : `${shortDate(lens.from)}–${shortDate(lens.to)}`;
  return (
    <g>
      <path
        d={`M${a - 1} ${props.from}L${left} ${y - 22}H${right}L${b + 1} ${props.from}Z`}
        className="life__beam"
      />
      <rect x={left - 1} y={y - 22} width={right - left + 2} height="82" rx="4" className="life__beam" />
      <text x={left + 6} y={y - 7} className="t-strong">
        {days}
      </text>
      {lens.segments.map((it) => (
        <Block
          key={it.key}
          it={it}
          scale={scale}
          y={y}
          height={34}
          title={`${segmentWords(it, words)}, ${segmentTime(it)}${it.look === 'gap' ? `, ${gapWhy(it)}` : ''}`}
          labels={labelsOf(it, words)}
        />
      ))}
      <GapLabels lens={lens} scale={scale} y={y - 7} left={left} right={right} days={days} />
      <HourTicks lens={lens} scale={scale} y={y + 34} />
    </g>
  );
}

function labelsOf(it: Segment, words: LifeWords): string[] {
  const time = duration(it.to - it.from);
  const kind = it.care ? words.label('custodian_kind', it.care.kind) : '';
  return [`${segmentWords(it, words)} · ${time}`, `${kind} · ${time}`, time];
}

/** How long each gap lasted, above it, where that covers neither the days nor another gap's words. */
function GapLabels(props: {
  lens: Lens;
  scale: Scale;
  y: number;
  left: number;
  right: number;
  days: string;
}) {
  const { lens, scale, y, left, right } = props;
  const days = {
    key: 'days',
    text: '',
    x: left + 6,
    width: props.days.length * strong,
    anchor: 'start',
  } as const;
  const gaps = lens.segments
    .filter((it) => it.look === 'gap')
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .map((it) => {
      const text = t(messages.gapShort, { time: duration(it.to - it.from) });
      const width = text.length * strong;
      const x = (scale(it.from) + scale(it.to)) / 2;
      const from = days.x + days.width + 10 + width / 2;
      return {
        key: it.key,
        text,
        width,
        anchor: 'middle',
        x: Math.max(from, Math.min(x, right - width / 2)),
      } as const;
    });
  return fitting([days, ...gaps])
    .filter((it) => it.text)
    .map((it) => (
      <text key={it.key} x={it.x} y={y} textAnchor={it.anchor} className="t-small t-gap">
        {it.text}
      </text>
    ));
}
const strong = 7.1;

function HourTicks({ lens, scale, y }: { lens: Lens; scale: Scale; y: number }) {
  const moments = [lens.from, ...lens.segments.map((it) => it.from), lens.to];
  return hourTicks(moments, scale).map(({ at, x, anchor }) => (
    <g key={at}>
      <path d={`M${x} ${y}v5`} stroke="var(--ink-3)" />
      {anchor ? (
        <text x={x} y={y + 18} textAnchor={anchor} className="t-small">
          {time(at)}
        </text>
      ) : null}
    </g>
  ));
}
