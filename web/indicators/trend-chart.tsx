import { useId } from 'react';
import { messages } from '#indicators/messages.ts';
import type { Board } from '#indicators/schema.ts';
import { shortMonth } from '#web/indicators/words.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';

type Month = Board['months'][number];
const floor = 192;
const top = 14;
const left = 34;
const width = 640;

/** Round steps of an axis: four or five lines up to the highest bar. */
function stepsTo(most: number): number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= rough) ?? rough;
  const whole = Math.max(1, Math.ceil(step));
  return Array.from({ length: Math.ceil(Math.max(1, most) / whole) + 1 }, (_, n) => n * whole);
}

/** Bars by month: new, continuing, met again. The table below has the same figures. */
export function TrendChart({ months }: { months: readonly Month[] }) {
  const hatch = useId();
  const steps = stepsTo(Math.max(...months.map((it) => it.children)));
  const most = steps.at(-1) ?? 1;
  const high = (n: number) => ((floor - top) * n) / most;
  const slot = (width - left) / months.length;
  return (
    <>
      <ul className="legend-list">
        <Legend name="new" label={t(messages.newChildren)} />
        <Legend name="going" label={t(messages.continuing)} />
        <Legend name="again" label={t(messages.returned)} hatch={hatch} />
        <li>{t(messages.operationsLegend)}</li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a chart that scrolls sideways has to be reached by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t(messages.trendRegion)}>
        <svg className="trend" viewBox={`0 0 ${width} 240`} role="img" aria-label={t(messages.trendAlt)}>
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path className="trend__hatch" d="M0 0v6" />
            </pattern>
          </defs>
          {steps.map((step) => (
            <g key={step}>
              <path className="axis" d={`M${left} ${floor - high(step)}H${width}`} />
              <text x={left - 8} y={floor - high(step) + 4} textAnchor="end">
                {integer(step)}
              </text>
            </g>
          ))}
          <text x={left - 8} y={229} textAnchor="end">
            {t(messages.operationsShort)}
          </text>
          {months.map((it, n) => (
            <MonthBar key={it.month} month={it} x={left + n * slot} slot={slot} high={high} hatch={hatch} />
          ))}
        </svg>
      </section>
    </>
  );
}

function MonthBar(props: {
  month: Month;
  x: number;
  slot: number;
  high: (n: number) => number;
  hatch: string;
}) {
  const { month, x, slot, high, hatch } = props;
  const middle = x + slot / 2;
  const bar = { x: x + slot * 0.2, width: slot * 0.6 };
  const going = month.children - month.new - month.returned;
  const top1 = floor - high(month.new);
  const top2 = top1 - high(going);
  const top3 = top2 - high(month.returned);
  return (
    <g>
      <rect className="trend__new" {...bar} y={top1} height={high(month.new)} />
      <rect className="trend__going" {...bar} y={top2} height={high(going)} />
      <rect className="trend__again" {...bar} y={top3} height={high(month.returned)} />
      <rect fill={`url(#${hatch})`} {...bar} y={top3} height={high(month.returned)} />
      {month.children > 0 ? (
        <text className="trend__sum" x={middle} y={top3 - 5} textAnchor="middle">
          {integer(month.children)}
        </text>
      ) : null}
      <text x={middle} y={209} textAnchor="middle">
        {shortMonth(month.month)}
      </text>
      <text x={middle} y={229} textAnchor="middle">
        {integer(month.operations)}
      </text>
    </g>
  );
}

function Legend({ name, label, hatch }: { name: string; label: string; hatch?: string | undefined }) {
  return (
    <li>
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <rect className={`trend__${name}`} width="18" height="18" rx="3" />
        {hatch ? <rect fill={`url(#${hatch})`} width="18" height="18" rx="3" /> : null}
      </svg>{' '}
      {label}
    </li>
  );
}
