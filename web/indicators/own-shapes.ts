import { geoIdentity, geoPath } from 'd3-geo';
import { areaOf, bordersOf, type Cell, type Point } from '#web/indicators/cells.ts';

/** A boundary as the city gave it, in degrees: every polygon with its edge and its holes. */
export type Own = {
  readonly areaCode: string;
  readonly shape: { readonly coordinates: readonly (readonly (readonly Point[])[])[] };
};

const ownWide = 668;
const tallest = 846;
const margin = 8;

/** The kecamatan of a kelurahan. */
export const districtOf = (code: string) => code.slice(0, 8);

/**
 * The drawing of a city's own boundaries. In the plane: on the globe the turn of a ring decides what is inside, and
 * files differ in that.
 */
export function drawOwn(shapes: readonly Own[]) {
  const first = shapes.flatMap(({ shape }) => shape.coordinates[0]?.[0]?.[0]?.[1] ?? []);
  const narrow = Math.cos(((first.reduce((sum, y) => sum + y, 0) / first.length) * Math.PI) / 180);
  const flat = shapes.map(({ areaCode, shape }) => ({ code: areaCode, area: flattened(shape, narrow) }));
  const all = { type: 'GeometryCollection' as const, geometries: flat.map(({ area }) => area) };
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [margin, margin],
        [ownWide - margin, tallest - margin],
      ],
      all,
    );
  const [[, top], [, bottom]] = geoPath(projection).bounds(all);
  const [x, y] = projection.translate();
  projection.translate([x, y - top + margin]);
  const path = geoPath(projection);
  const put = (point: readonly number[]): Point => projection([point[0] ?? 0, point[1] ?? 0]) ?? [0, 0];
  const parts = flat.map(({ code, area }) => {
    const outlines = area.coordinates.map((polygon) => polygon.map((ring) => ring.slice(1).map(put)));
    const main = outlines.map(([ring = []]) => ring).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? [];
    return { code, outlines, main, centre: centreOf(main), path: path(area) ?? '' };
  });
  const rings = parts.flatMap(({ code, outlines, centre }) =>
    outlines.flat().map((outline): Cell => ({ code, centre, outline })),
  );
  return {
    cells: parts.map(({ code, centre, main }): Cell => ({ code, centre, outline: main })),
    drawn: parts.map((it) => ({ code: it.code, path: it.path, at: it.centre, roomy: sizeOf(it.main) > 900 })),
    borders: bordersOf(rings, districtOf),
    wide: ownWide,
    high: Math.ceil(bottom - top) + 2 * margin,
  };
}

function flattened(shape: Own['shape'], narrow: number) {
  return {
    type: 'MultiPolygon' as const,
    coordinates: shape.coordinates.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]): [number, number] => [x * narrow, y])),
    ),
  };
}

const sizeOf = (outline: readonly Point[]) => Math.abs(areaOf(outline)) / 2;

/** The middle of an outline by its area. */
function centreOf(outline: readonly Point[]): Point {
  let [x, y, twice] = [0, 0, 0];
  for (const [n, one] of outline.entries()) {
    const next = outline[(n + 1) % outline.length] ?? one;
    const cross = one[0] * next[1] - next[0] * one[1];
    x += (one[0] + next[0]) * cross;
    y += (one[1] + next[1]) * cross;
    twice += cross;
  }
  return twice === 0 ? (outline[0] ?? [0, 0]) : [x / (3 * twice), y / (3 * twice)];
}
