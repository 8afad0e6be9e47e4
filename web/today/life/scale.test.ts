import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, hourTicks, hourWidth, reachOf, scaleOf } from '#web/today/life/scale.ts';

const at = (time: string) => Date.parse(`2026-07-02T${time}:00Z`);
const named = (moments: string[], width: number) => {
  const instants = moments.map(at);
  const scale = scaleOf({ from: Math.min(...instants), to: Math.max(...instants) }, 118, 118 + width);
  return hourTicks(instants, scale);
};

test('an hour right after the first is a tick without words; the first and the last are always named', () => {
  const ticks = named(['14:10', '15:05', '20:00', '23:50', '24:00'].slice(0, 4), 480);

  expect(ticks.map((it) => it.anchor)).toEqual(['start', null, 'middle', 'end']);
});

test('no two hours of a lens overlap, however close the child’s ways were', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 2880 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(moments, fc.integer({ min: 200, max: 640 }), (minutes, width) => {
      const span = { from: Math.min(...minutes), to: Math.max(...minutes) };
      fc.pre(span.to > span.from);
      const ticks = hourTicks(minutes, scaleOf(span, 118, 118 + width));
      const reaches = ticks.flatMap(({ x, anchor }) =>
        anchor ? [reachOf({ x, anchor, width: hourWidth })] : [],
      );
      expect(ticks).toHaveLength(new Set(minutes).size);
      expect(reaches.length).toBeGreaterThanOrEqual(2);
      for (const [index, reach] of reaches.slice(1).entries())
        expect(reach.left).toBeGreaterThanOrEqual((reaches[index]?.right ?? 0) + 6);
    }),
  );
});

test('of texts that overlap the weightier stays', () => {
  const text = (x: number) => ({ x, width: 40, anchor: 'middle' as const });

  expect(fitting([text(100), text(130), text(150)])).toEqual([text(100), text(150)]);
});
