// What lies beyond today: dashed, because it is a plan.
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Ahead, isPast, noonOf } from '#web/today/life/model.ts';
import { edge, fitting, letter, type Scale } from '#web/today/life/scale.ts';

/** The visits after a return: full when made, empty when planned, red when past their day. */
export function Visits({ life, scale, y }: { life: Lifeline; scale: Scale; y: number }) {
  const drawn = life.visits.map((it) => ({
    it,
    x: scale(it.doneAt ? Date.parse(it.doneAt) : noonOf(it.dueOn)),
    late: it.doneAt === null && isPast(it.dueOn, life),
  }));
  const here = drawn.filter(({ it, x }) => it.doneAt !== null || x < edge.right);
  const beyond = drawn.filter((one) => !here.includes(one)).map(({ it }) => it.dueOn);
  const last = beyond.toSorted().at(-1);
  const later = last ? t(messages.aheadLater, { count: beyond.length, when: shortDate(last) }) : '';
  const planned = here.filter(({ it, late }) => it.doneAt === null && !late);
  const labels = fitting([
    labelOf('later', later, edge.right, 'end'),
    ...here.map(({ it, x }) => labelOf(it.visitId, '', x, 'middle')),
    ...planned.map(({ it, x }) =>
      labelOf(
        `due ${it.visitId}`,
        t(messages.aheadVisit, { count: it.month, when: shortDate(it.dueOn) }),
        x + 12,
        'start',
      ),
    ),
  ]);
  return (
    <>
      {here.map(({ it, x, late }) => (
        <g key={it.visitId}>
          <title>{`${t(messages.visit, { count: it.month })}, ${shortDate(it.doneAt ?? it.dueOn)}`}</title>
          <path
            d={`M${x} ${y - 7}l7 7-7 7-7-7z`}
            fill={it.doneAt ? 'var(--ink)' : 'var(--surface)'}
            stroke={late ? 'var(--gap)' : 'var(--ink)'}
            strokeWidth="2"
            strokeDasharray={it.doneAt ? undefined : '3 2'}
          />
        </g>
      ))}
      {labels
        .filter((it) => it.text)
        .map((it) => (
          <text key={it.key} x={it.x} y={y + 4} textAnchor={it.anchor} className="t-small">
            {it.text}
          </text>
        ))}
    </>
  );
}

// A diamond without a text takes its own width, so that no text runs over it.
function labelOf(key: string, text: string, x: number, anchor: 'start' | 'middle' | 'end') {
  return { key, text, x, anchor, width: text ? text.length * letter : 12 };
}

/** Beyond today on the band: until when the hold that runs now may last at the latest. */
export function Limits(props: {
  ahead: readonly Ahead[];
  now: number;
  scale: Scale;
  y: number;
  height: number;
}) {
  const { now, scale, y, height } = props;
  const [limit] = props.ahead.filter((it) => it.kind === 'limit');
  if (!limit) return null;
  const [left, right] = [scale(now) + 1, scale(limit.at)];
  const text = t(messages.aheadLimit, { when: dateTime(limit.at) });
  const long = text.length * letter + 12;
  const [inside, after] = [right - left > long, edge.right - right > long];
  return (
    <g>
      <title>{`${t(messages.aheadLimitLong)}, ${dateTime(limit.at)}`}</title>
      <rect x={left} y={y + 1} width={Math.max(3, right - left)} height={height - 2} className="life__plan" />
      {inside || after ? (
        <text
          x={inside ? (left + right) / 2 : right + 6}
          y={y + height / 2 + 4}
          textAnchor={inside ? 'middle' : 'start'}
          className="t-small"
        >
          {text}
        </text>
      ) : null}
    </g>
  );
}
