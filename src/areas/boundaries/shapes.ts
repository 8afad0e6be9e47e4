// From a city's own GeoJSON to the shapes its board draws: pure, so that every refusal can be tested.
import { boundaryFaults } from '#areas/boundaries/messages.ts';
import { say } from '#platform/messages.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

export type Point = readonly [number, number];
type Ring = readonly Point[];
type Polygon = readonly Ring[];
export type Shape = { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };

export type Boundaries = {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Villages of the city that the file leaves out. */
  readonly missing: readonly string[];
  /** Corners in the file, and those that are kept. */
  readonly given: number;
  readonly kept: number;
};

type Asked = {
  readonly text: string;
  /** Codes of the city's villages. */
  readonly villages: ReadonlySet<string>;
  /** The property that bears the code; found by its values when it is not named. */
  readonly property: string | undefined;
};

export const mostFeatures = 5_000;
export const mostGiven = 1_000_000;
/** What the board still draws and sends quickly: some 300 kB before compression. */
export const mostKept = 20_000;
const villageCode = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;
const plainCode = /^\d{10}$/;
const country = { south: -11.5, north: 6.5, west: 94.5, east: 141.5 };

/** Reads the boundaries of a city's villages; refuses the whole file in one line when anything in it is not clear. */
export function readBoundaries({ text, villages, property }: Asked): Boundaries {
  const features = featuresOf(text);
  const named = property ?? propertyOf(features);
  const found = new Map<string, Polygon[]>();
  const unknown = new Set<string>();
  let given = 0;
  for (const [n, feature] of features.entries()) {
    const code = codeOf(feature, named, n);
    const polygons = polygonsOf(feature.geometry, code);
    given += polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (given > mostGiven) refuse('tooManyCorners', { most: mostGiven });
    if (villages.has(code)) found.set(code, [...(found.get(code) ?? []), ...polygons]);
    else unknown.add(code);
  }
  if (unknown.size > 0) refuse('unknownCodes', { n: unknown.size, codes: someOf([...unknown]) });
  const { shapes, kept } = simplify(found);
  return { shapes, kept, given, missing: [...villages].filter((code) => !found.has(code)).toSorted() };
}

/** The first of a list of codes, and how many more there are. */
export function someOf(codes: readonly string[], most = 8): string {
  const more = codes.length - most;
  return codes.slice(0, most).join(', ') + (more > 0 ? ` +${more}` : '');
}

type Feature = { readonly properties: Record<string, unknown>; readonly geometry: unknown };

function refuse(why: keyof typeof boundaryFaults, values: Record<string, string | number> = {}): never {
  const text = boundaryFaults[why];
  throw new StartRefusal('boundaries-refused', {
    why: { id: say(text, 'id', values), en: say(text, 'en', values) },
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function featuresOf(text: string): Feature[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    refuse('noJson');
  }
  if (!isRecord(parsed) || parsed.type !== 'FeatureCollection' || !Array.isArray(parsed.features))
    refuse('noCollection');
  if (parsed.features.length === 0) refuse('empty');
  if (parsed.features.length > mostFeatures) refuse('tooManyFeatures', { most: mostFeatures });
  return parsed.features.map((feature: unknown, n) => {
    if (!isRecord(feature) || feature.type !== 'Feature') refuse('noFeature', { n: n + 1 });
    return {
      properties: isRecord(feature.properties) ? feature.properties : {},
      geometry: feature.geometry,
    };
  });
}

// Only codes with their dots are recognised by themselves: ten bare digits may as well be a code of the statistics office.
function propertyOf(features: readonly Feature[]): string {
  const counts = new Map<string, number>();
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties))
      if (typeof value === 'string' && villageCode.test(value.trim()))
        counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (best) return best[0];
  return refuse('noProperty', { found: someOf(Object.keys(features[0]?.properties ?? {}), 12) || '–' });
}

function codeOf({ properties }: Feature, property: string, n: number): string {
  const value = properties[property];
  const code = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (villageCode.test(code)) return code;
  if (plainCode.test(code)) return code.replace(/^(..)(..)(..)/, '$1.$2.$3.');
  return refuse('noCode', { n: n + 1, property, value: code.slice(0, 40) || '–' });
}

function polygonsOf(geometry: unknown, code: string): Polygon[] {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) refuse('noGeometry', { code });
  const listed: unknown =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : refuse('otherGeometry', { code, type: String(geometry.type).slice(0, 40) });
  if (!Array.isArray(listed) || listed.length === 0) refuse('noGeometry', { code });
  return listed.map((polygon: unknown) => {
    if (!Array.isArray(polygon) || polygon.length === 0) refuse('noGeometry', { code });
    return polygon.map((ring: unknown) => ringOf(ring, code));
  });
}

function ringOf(ring: unknown, code: string): Ring {
  if (!Array.isArray(ring) || ring.length < 3) refuse('shortRing', { code });
  return ring.map((position: unknown): Point => {
    const [x, y]: unknown[] = Array.isArray(position) ? position : [];
    if (typeof x !== 'number' || typeof y !== 'number') refuse('noNumbers', { code });
    if (x < country.west || x > country.east || y < country.south || y > country.north)
      refuse('outside', { code, x, y });
    return [x, y];
  });
}

/**
 * Fewer corners by a common grid: corners that two neighbours share fall on the same point, so that no gap and no
 * overlap opens between them. The finest of 11 m, 55 m and 110 m that leaves few enough.
 */
function simplify(found: ReadonlyMap<string, readonly Polygon[]>) {
  for (const cells of [10_000, 2_000, 1_000]) {
    const shapes = new Map<string, Shape>();
    let kept = 0;
    for (const [code, polygons] of found) {
      const coordinates = polygons.flatMap((polygon) => gridded(polygon, cells));
      if (coordinates.length === 0) refuse('tooSmall', { code });
      kept += coordinates.flat().reduce((sum, ring) => sum + ring.length, 0);
      shapes.set(code, { type: 'MultiPolygon', coordinates });
    }
    if (kept <= mostKept) return { shapes, kept };
  }
  return refuse('tooDetailed', { most: mostKept });
}

// A hole or an island smaller than the grid goes.
function gridded([outer, ...holes]: Polygon, cells: number): Polygon[] {
  const edge = outer ? onGrid(outer, cells) : [];
  if (edge.length === 0) return [];
  return [[edge, ...holes.map((hole) => onGrid(hole, cells)).filter((hole) => hole.length > 0)]];
}

function onGrid(ring: Ring, cells: number): Ring {
  const round = (value: number) => Math.round(value * cells) / cells;
  const points = ring.map(([x, y]): Point => [round(x), round(y)]);
  const kept = points.filter(([x, y], n) => x !== points[n - 1]?.[0] || y !== points[n - 1]?.[1]);
  if (kept.length > 1 && String(kept.at(-1)) === String(kept[0])) kept.pop();
  const [first] = kept;
  if (!first || new Set(kept.map(String)).size < 3) return [];
  return [...kept, first];
}
