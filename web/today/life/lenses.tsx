import { messages } from '#today/messages/life.ts';
import { duration, shortDate, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Block } from '#web/today/life/band.tsx';
import type { Lens, Segment } from '#web/today/life/model.ts';
import { edge, type Scale, scaleOf } from '#web/today/life/scale.ts';
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
      <GapLabel lens={lens} scale={scale} y={y - 7} />
      <HourTicks lens={lens} scale={scale} y={y + 34} />
    </g>
  );
}

function labelsOf(it: Segment, words: LifeWords): string[] {
  const time = duration(it.to - it.from);
  const kind = it.care ? words.label('custodian_kind', it.care.kind) : '';
  return [`${segmentWords(it, words)} · ${time}`, `${kind} · ${time}`, time];
}

function GapLabel({ lens, scale, y }: { lens: Lens; scale: Scale; y: number }) {
  return lens.segments
    .filter((it) => it.look === 'gap')
    .map((it) => {
      const x = (scale(it.from) + scale(it.to)) / 2;
      return (
        <text
          key={it.key}
          x={Math.min(Math.max(x, 230), edge.right - 44)}
          y={y}
          textAnchor="middle"
          className="t-small t-gap"
        >
          {t(messages.gapShort, { time: duration(it.to - it.from) })}
        </text>
      );
    });
}

function HourTicks({ lens, scale, y }: { lens: Lens; scale: Scale; y: number }) {
  const moments = [...new Set([lens.from, ...lens.segments.map((it) => it.from), lens.to])].sort(
    (a, b) => a - b,
  );
  let last = Number.NEGATIVE_INFINITY;
  const end = scale(lens.to);
  return moments.map((moment) => {
    const x = scale(moment);
    const isEnd = moment === lens.to;
    if (x - last < 42 || (!isEnd && end - x < 42)) {
      if (!isEnd) return <path key={moment} d={`M${x} ${y}v5`} stroke="var(--ink-3)" />;
    }
    last = x;
    const anchor = moment === lens.from ? 'start' : isEnd ? 'end' : 'middle';
    return (
      <g key={moment}>
        <path d={`M${x} ${y}v5`} stroke="var(--ink-3)" />
        <text x={x} y={y + 18} textAnchor={anchor} className="t-small">
          {time(moment)}
        </text>
      </g>
    );
  });
}
