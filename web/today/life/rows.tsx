import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { aheadOf, type Pin } from '#web/today/life/model.ts';
import { edge, letter, type Scale } from '#web/today/life/scale.ts';
import { type LifeWords, markWords, metWords, serviceName, serviceWords } from '#web/today/life/words.ts';

/** Encounters as ticks on the band: a circle for outreach, a square for enforcement. */
export function Pins({ pins, scale, words }: { pins: readonly Pin[]; scale: Scale; words: LifeWords }) {
  return pins.map((pin, index) => {
    const x = scale(pin.at);
    const next = pins[index + 1];
    const room = (next ? scale(next.at) : edge.right) - x - 34;
    const said = metWords(pin.met, words);
    return (
      <g key={pin.met.encounterId}>
        <title>{`${pin.number}. ${shortDate(pin.at)}, ${said}`}</title>
        <path d={`M${x} 58V86`} stroke="var(--ink)" strokeWidth="1.5" />
        {pin.square ? (
          <rect x={x - 11} y="35" width="22" height="22" rx="3" fill="var(--ink)" />
        ) : (
          <circle cx={x} cy="46" r="12" fill="var(--surface)" stroke="var(--ink)" strokeWidth="2" />
        )}
        <text
          x={x}
          y="50.5"
          textAnchor="middle"
          className={pin.square ? 'life__pin life__pin--on' : 'life__pin'}
        >
          {pin.number}
        </text>
        {said.length * letter < room ? (
          <text x={x + 18} y="50" className="t-small life__over">
            {said}
          </text>
        ) : null}
      </g>
    );
  });
}

type Mark = Lifeline['marks'][number];

/** The steps of the cases: each stage of the city's list a little higher, a closure dotted until the case opens again. */
export function Steps(props: {
  life: Lifeline;
  scale: Scale;
  y: number;
  height: number;
  numberOf: (stage: string | null) => number;
  words: LifeWords;
}) {
  const { life, scale, y, height, numberOf, words } = props;
  return life.cases.map((it) => {
    const marks = life.marks.filter((mark) => mark.caseId === it.caseId);
    const points = pointsOf(marks, {
      numberOf,
      end: it.state === 'open' ? Date.parse(life.now) : null,
      stage: it.stage,
    });
    const top = (level: number) => y + height - (level / 10) * height;
    return (
      <g key={it.caseId}>
        {points.slice(1).map((point, index) => {
          const before = points[index];
          if (!before) return null;
          const [x0, x1] = [scale(before.at), scale(point.at)];
          const path = before.closed
            ? `M${x0} ${top(before.level)}H${x1}`
            : `M${x0} ${top(before.level)}H${x1}V${top(point.level)}`;
          return (
            <path
              key={point.key}
              d={path}
              className={before.closed ? 'life__step life__step--closed' : 'life__step'}
            />
          );
        })}
        {points.map((point, index) => (
          <g key={point.key}>
            <title>{`${shortDate(point.at)}: ${point.mark ? markWords(point.mark, words) : words.label('case_stage', it.stage)}`}</title>
            <circle
              cx={scale(point.at)}
              cy={top(point.level)}
              r="4"
              className={point.mark ? 'life__dot' : 'life__dot life__dot--now'}
            />
            <StepLabel
              point={point}
              next={points[index + 1]}
              scale={scale}
              y={top(point.level)}
              words={words}
              stage={it.stage}
            />
          </g>
        ))}
      </g>
    );
  });
}

type Point = { key: string; at: number; level: number; closed: boolean; mark: Mark | null };

function pointsOf(
  marks: readonly Mark[],
  {
    numberOf,
    end,
    stage,
  }: { numberOf: (stage: string | null) => number; end: number | null; stage: string | null },
): Point[] {
  let level = 1;
  const points = [...marks]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((mark): Point => {
      if (mark.mark === 'closed') level = 9;
      else if (mark.mark !== 'stage') level = 1;
      else level = Math.max(1, Math.min(8, numberOf(mark.stage)));
      const key = `${mark.at} ${mark.mark} ${mark.stage ?? ''}`;
      return { key, at: Date.parse(mark.at), level, closed: mark.mark === 'closed', mark };
    });
  if (end === null) return points;
  const now = Math.max(1, Math.min(8, numberOf(stage)));
  return [...points, { key: 'now', at: end, level: now, closed: false, mark: null }];
}

/** The stage of today stands after its dot where there is room, else before it. */
function nowLabel(x: number, y: number, width: number) {
  const after = edge.right - x > width + 12;
  return after
    ? { x: x + 10, y: y + 4, textAnchor: 'start' as const }
    : { x: x - 8, y: y - 8, textAnchor: 'end' as const };
}

/** How much of the way to today its own label takes. */
function nowTakes(
  next: Point,
  { scale, words, stage }: { scale: Scale; words: LifeWords; stage: string | null },
) {
  if (next.mark) return 0;
  const width = words.label('case_stage', stage).length * letter;
  const x = scale(next.at);
  return nowLabel(x, 0, width).x > x ? 0 : width + 8;
}

function StepLabel(props: {
  point: Point;
  next: Point | undefined;
  scale: Scale;
  y: number;
  words: LifeWords;
  stage: string | null;
}) {
  const { point, next, scale, words } = props;
  const x = scale(point.at);
  const text = point.mark ? markWords(point.mark, words) : words.label('case_stage', props.stage);
  const fits = text.length * letter;
  if (!point.mark) {
    return (
      <text {...nowLabel(x, props.y, fits)} className="t-small t-strong">
        {text}
      </text>
    );
  }
  if (point.mark.mark !== 'stage' && point.mark.mark !== 'closed' && x - edge.left > fits + 12)
    return (
      <text x={x - 8} y={props.y + 4} textAnchor="end" className="t-small life__over">
        {text}
      </text>
    );
  const room = (next ? scale(next.at) : edge.right) - x - 10 - (next ? nowTakes(next, props) : 0);
  if (fits > room) return null;
  return (
    <text x={x + 8} y={props.y - 6} className="t-small">
      {text}
    </text>
  );
}

/** Bars of services, and the visits after a return as diamonds under them. */
export function Services(props: { life: Lifeline; scale: Scale; y: number; words: LifeWords }) {
  const { life, scale, y, words } = props;
  const now = Date.parse(life.now);
  const coming = aheadOf(life);
  return life.services.slice(-mostServices).map((it, row) => {
    const top = y + row * 20;
    const [left, right] = [scale(Date.parse(it.from)), scale(it.to ? Date.parse(it.to) : now)];
    const ahead = coming.find((one) => one.kind === 'service' && one.service === it);
    const until = ahead ? Math.max(right, scale(ahead.at)) : right;
    const { text, before } = placeFor(textsOf(it, ahead ? it.dueOn : null, words), left, until);
    const tone = it.late ? 'var(--gap)' : 'var(--ink-3)';
    return (
      <g key={it.id}>
        <title>
          {it.late ? `${serviceWords(it, words)}, ${t(messages.serviceLate)}` : serviceWords(it, words)}
        </title>
        <rect
          x={left}
          y={top}
          width={Math.max(3, right - left)}
          height="9"
          rx="2"
          fill={tone}
          opacity=".85"
        />
        {it.to === null ? <path d={`M${right} ${top}l7 4.5-7 4.5z`} fill={tone} /> : null}
        {until > right + 8 ? (
          <path d={`M${right + 8} ${top}H${until}V${top + 9}H${right + 8}`} className="life__plan" />
        ) : null}
        <text
          x={before ? left - 7 : until + 12}
          y={top + 9}
          textAnchor={before ? 'end' : 'start'}
          className="t-small"
        >
          {text}
        </text>
      </g>
    );
  });
}
export const mostServices = 6;

/** What a bar may be called, the longest first: with the day until which it is awaited, while there is one. */
function textsOf(it: Lifeline['services'][number], due: string | null, words: LifeWords): string[] {
  const names = [serviceWords(it, words), serviceName(it, words)];
  if (due === null) return names;
  return [...names.map((what) => t(messages.aheadDue, { what, when: shortDate(due) })), ...names];
}

/** The longest of some texts that fits before or after a bar, and on which side. */
function placeFor(texts: readonly string[], left: number, right: number) {
  for (const text of texts) {
    const long = text.length * letter;
    if (left - edge.left > long + 8) return { text, before: true };
    if (edge.right - right > long + 8) return { text, before: false };
  }
  return { text: '', before: false };
}
