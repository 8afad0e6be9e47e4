import type { ReactNode } from 'react';
import { messages } from '#indicators/messages.ts';
import {
  areaOf,
  bordersOf,
  type Cell,
  type Clip,
  cellsOf,
  pathOf,
  type Site,
} from '#web/indicators/cells.ts';
import { districtOf, drawOwn, type Own } from '#web/indicators/own-shapes.ts';
import { t } from '#web/platform/i18n.ts';
import { classes } from '#web/ui/css-values.ts';
import { Link } from '#web/ui/link.tsx';

/** What one kelurahan looks like on the map, and says. */
export type MapCell = {
  /** Its class beside `cell`, or a pattern of `patterns`. */
  readonly look: string;
  readonly fill?: string | undefined;
  readonly label: string;
  readonly href?: string | undefined;
  /** A figure in it, where there is room. */
  readonly figure?: string | undefined;
};

export type MapProps = {
  sites: readonly Site[];
  clip: Clip;
  shapes: readonly Own[];
  alt: string;
  /** The patterns that cells are filled with. */
  patterns?: ReactNode;
  cell: (code: string) => MapCell;
};

const scale = 20;

export type Drawn = { code: string; path: string; at: readonly [number, number]; roomy: boolean };

/** The map of the kelurahan: the city's own boundaries where it brought some, else approximate cells. */
export function AreaMap(props: MapProps) {
  const { drawn, borders, cells, wide, high } =
    props.shapes.length > 0 ? drawOwn(props.shapes) : approximate(props);
  return (
    <div className="map maphold">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing */}
      <svg viewBox={`0 0 ${wide} ${high}`} role="group" aria-label={props.alt}>
        {props.patterns}
        <Cells cell={props.cell} drawn={drawn} />
        <path className="district" d={borders} />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus; its cells say it */}
        <g aria-hidden="true">
          <Numbers drawn={drawn} cell={props.cell} />
        </g>
        {cells.length > 30 ? (
          <Centre {...props} cells={cells} drawn={drawn} borders={borders} wide={wide} high={high} />
        ) : null}
      </svg>
    </div>
  );
}

function spanOf(clip: Clip) {
  const narrow = Math.cos((((clip.south + clip.north) / 2) * Math.PI) / 180);
  return { x: (clip.east - clip.west) * 111.32 * narrow, y: (clip.north - clip.south) * 111.32 };
}

type Drawing = {
  cells: readonly Cell[];
  drawn: readonly Drawn[];
  borders: string;
  wide: number;
  high: number;
};

function approximate({ sites, clip }: MapProps): Drawing {
  const cells = cellsOf(sites, clip).map((cell) => ({
    ...cell,
    centre: [cell.centre[0] * scale, cell.centre[1] * scale] as const,
    outline: cell.outline.map(([x, y]) => [x * scale, y * scale] as const),
  }));
  const drawn = cells.map((cell) => ({
    code: cell.code,
    path: pathOf(cell.outline),
    at: cell.centre,
    roomy: Math.abs(areaOf(cell.outline)) / 2 > 900,
  }));
  return {
    cells,
    drawn,
    borders: bordersOf(cells, districtOf),
    wide: Math.round(scale * spanOf(clip).x),
    high: Math.round(scale * spanOf(clip).y),
  };
}

type CellsProps = Pick<MapProps, 'cell'> & { drawn: readonly Drawn[] };

function Cells({ cell, drawn }: CellsProps) {
  return drawn.map(({ code, path }) => {
    const { look, fill, label, href } = cell(code);
    const shape = (
      <path className={classes('cell', look)} fill={fill} d={path}>
        <title>{label}</title>
      </path>
    );
    if (!href) return <g key={code}>{shape}</g>;
    return (
      <Link key={code} className="cell__way" href={href} label={label}>
        {shape}
      </Link>
    );
  });
}

function Numbers({ cell, drawn }: CellsProps) {
  return drawn.map(({ code, at, roomy }) => {
    const { figure } = cell(code);
    if (!roomy || !figure) return null;
    return (
      <text key={code} x={at[0]} y={at[1] + 6} textAnchor="middle" className="on-high">
        {figure}
      </text>
    );
  });
}

type CentreProps = MapProps & Drawing;

/** The crowded middle once more, larger, in the emptiest corner. The same cells are reached above; this is for the eye. */
function Centre({ cells, drawn, borders, cell, wide, high }: CentreProps) {
  const middle = (pick: (cell: Cell) => number) =>
    cells.map(pick).toSorted((a, b) => a - b)[Math.floor(cells.length / 2)] ?? 0;
  const seen = { width: 125, height: 147 };
  const box = {
    x: middle((cell) => cell.centre[0]) - seen.width * 0.62,
    y: middle((cell) => cell.centre[1]) - seen.height * 0.42,
  };
  const grow = 2;
  const size = { width: seen.width * grow, height: seen.height * grow };
  const corners = [
    { x: 4, y: high - size.height - 4 },
    { x: wide - size.width - 4, y: high - size.height - 4 },
    { x: 4, y: 24 },
    { x: wide - size.width - 4, y: 24 },
  ];
  const within = (corner: { x: number; y: number }) =>
    cells
      .flatMap((cell) => cell.outline)
      .filter(
        ([x, y]) =>
          x > corner.x && x < corner.x + size.width && y > corner.y - 30 && y < corner.y + size.height + 30,
      ).length;
  const corner = corners.toSorted((a, b) => within(a) - within(b))[0] ?? { x: 4, y: 4 };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus; the same cells are reached above
    <g aria-hidden="true">
      <rect
        className="map__frame map__frame--dashed"
        x={box.x}
        y={box.y}
        width={seen.width}
        height={seen.height}
      />
      <clipPath id="map-centre">
        <rect {...corner} {...size} rx="8" />
      </clipPath>
      <rect className="map__ground" {...corner} {...size} rx="8" />
      <g clipPath="url(#map-centre)">
        <g transform={`translate(${corner.x - box.x * grow} ${corner.y - box.y * grow}) scale(${grow})`}>
          {drawn.map(({ code, path }) => {
            const { look, fill } = cell(code);
            return <path key={code} className={classes('cell cell--still', look)} fill={fill} d={path} />;
          })}
          <path className="district" d={borders} />
        </g>
        {cells.map(({ code, centre: [x, y] }) => {
          const { figure } = cell(code);
          const at = { x: corner.x + (x - box.x) * grow, y: corner.y + (y - box.y) * grow };
          const whole =
            Math.abs(at.x - corner.x - size.width / 2) < size.width / 2 - 16 &&
            Math.abs(at.y - corner.y - size.height / 2) < size.height / 2 - 10;
          if (!figure || !whole) return null;
          return (
            <text key={code} x={at.x} y={at.y + 6} textAnchor="middle" className="on-high">
              {figure}
            </text>
          );
        })}
      </g>
      <rect className="map__frame" {...corner} {...size} rx="8" />
      <text x={corner.x + size.width} y={corner.y - 9} textAnchor="end">
        {t(messages.centre)}
      </text>
    </g>
  );
}
