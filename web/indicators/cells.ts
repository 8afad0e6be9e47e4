import { Delaunay } from 'd3-delaunay';

// Approximate cells of the kelurahan: everything nearer to its point than to another's, cut at some distance and at
// the coast. Pure geometry on a flat map in kilometres; what it draws is labelled "approximate" wherever it is shown.
export type Site = { readonly code: string; readonly latitude: number; readonly longitude: number };
export type Point = readonly [x: number, y: number];
export type Cell = { readonly code: string; readonly centre: Point; readonly outline: readonly Point[] };
export type Clip = {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
};

const reach = 2.8;
const corners = 40;
const kilometresPerDegree = 111.32;

/** Degrees as kilometres east and south of the north-west corner of the clip. */
export function flatten(clip: Clip): (longitude: number, latitude: number) => Point {
  const narrow = Math.cos((((clip.south + clip.north) / 2) * Math.PI) / 180);
  return (longitude, latitude) => [
    (longitude - clip.west) * kilometresPerDegree * narrow,
    (clip.north - latitude) * kilometresPerDegree,
  ];
}

/** The cell of each site. */
export function cellsOf(sites: readonly Site[], clip: Clip): Cell[] {
  const project = flatten(clip);
  const points = sites.map((site) => project(site.longitude, site.latitude));
  if (points.length === 0) return [];
  const box = project(clip.east, clip.south);
  const voronoi = Delaunay.from(loose(points)).voronoi([0, 0, box[0], box[1]]);
  const coast = coastOf(points);
  return sites.flatMap((site, n) => {
    const centre = points[n];
    const around = voronoi.cellPolygon(n);
    if (!centre || !around) return [];
    const round = Array.from({ length: corners }, (_, k): Point => {
      const angle = (k / corners) * 2 * Math.PI;
      return [centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle)];
    });
    const open = around.slice(0, -1).map(([x, y]): Point => [x, y]);
    const dry = coast.reduce<readonly Point[]>(
      (outline, edge) => cutBy(outline, edge),
      clipConvex(round, open),
    );
    return dry.length < 3 ? [] : [{ code: site.code, centre, outline: dry }];
  });
}

const loose = (points: readonly Point[]) => points.map(([x, y]): [number, number] => [x, y]);

type Edge = { readonly from: Point; readonly to: Point };

/** The part of a convex outline that lies within another one. */
export function clipConvex(outline: readonly Point[], within: readonly Point[]): readonly Point[] {
  const turn = Math.sign(areaOf(within)) || 1;
  return within.reduce<readonly Point[]>((left, from, n) => {
    const to = within[(n + 1) % within.length] ?? from;
    return turn > 0 ? cutBy(left, { from, to }) : cutBy(left, { from: to, to: from });
  }, outline);
}

/** Twice the signed area. */
export function areaOf(outline: readonly Point[]): number {
  return outline.reduce((sum, [x, y], n) => {
    const [x2, y2] = outline[(n + 1) % outline.length] ?? [x, y];
    return sum + x * y2 - x2 * y;
  }, 0);
}

function sideOf({ from, to }: Edge, [x, y]: Point): number {
  return (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
}

/** What lies on the positive side of a line. */
function cutBy(outline: readonly Point[], edge: Edge): readonly Point[] {
  const kept: Point[] = [];
  for (const [n, point] of outline.entries()) {
    const next = outline[(n + 1) % outline.length] ?? point;
    const here = sideOf(edge, point);
    const there = sideOf(edge, next);
    if (here >= 0) kept.push(point);
    if (here * there < 0) {
      const share = here / (here - there);
      kept.push([point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])]);
    }
  }
  return kept;
}

/** Edges a little seaward of the westernmost points, as the western side of their hull: land lies on the positive side. */
function coastOf(points: readonly Point[]): Edge[] {
  const seaward = 0.6;
  const hull = Delaunay.from(loose(points)).hull;
  const ring = Array.from(hull, (n) => points[n]).filter((point) => point !== undefined);
  const turn = Math.sign(areaOf(ring)) || 1;
  return ring.flatMap((one, n) => {
    const next = ring[(n + 1) % ring.length] ?? one;
    const [from, to] = turn > 0 ? [one, next] : [next, one];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const out: Point = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
    if (out[0] > -0.5) return [];
    const shift = ([x, y]: Point): Point => [x + out[0] * seaward, y + out[1] * seaward];
    return [{ from: shift(from), to: shift(to) }];
  });
}

/** Lines between cells of different kecamatan: edges that two cells share, corner for corner. */
export function bordersOf(cells: readonly Cell[], groupOf: (code: string) => string): string {
  const seen = new Map<string, string>();
  let path = '';
  for (const cell of cells)
    for (const [n, point] of cell.outline.entries()) {
      const next = cell.outline[(n + 1) % cell.outline.length] ?? point;
      const ends = [keyOf(point), keyOf(next)].toSorted();
      const key = ends.join(' ');
      const other = seen.get(key);
      if (other === undefined) seen.set(key, groupOf(cell.code));
      else if (other !== groupOf(cell.code)) path += `M${keyOf(point)}L${keyOf(next)}`;
    }
  return path;
}

const keyOf = ([x, y]: Point) => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** An outline as the path of an SVG. */
export function pathOf(outline: readonly Point[]): string {
  return `M${outline.map(keyOf).join('L')}Z`;
}
