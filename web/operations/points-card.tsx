import '#web/ui/styles/charts.css';
import { messages } from '#operations/messages.ts';
import type { Operation } from '#operations/schema.ts';
import { decimal, integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';

type Point = { latitude: number; longitude: number; encounters: number };

/** Points are stored on this grid: nothing finer is known of where somebody was met. */
const grid = 0.005;
const side = 30;
const fewestColumns = 14;
const fewestRows = 8;
/** Wider apart than this a drawing shows nothing; the table still does. */
const mostSteps = 60;

/** Where the operation met people, for its team: a drawing of the rounded points and the same as a table. */
export function PointsCard({ operation, lists }: { operation: Operation; lists: Lists }) {
  const points = useQuery<{ items: Point[] }>(`operations/${operation.operationId}/points`).data?.items;
  if (!points || points.length === 0) return null;
  return (
    <Card title={t(messages.points)}>
      <p className="meta">{t(messages.pointsLead)}</p>
      <PointGrid points={points} />
      <DataTable<Point>
        caption={t(messages.points)}
        captionHidden
        rows={points}
        rowKey={(point) => `${point.latitude} ${point.longitude}`}
        columns={[
          { head: t(messages.nearVillage), cell: (point) => nearestVillage(point, lists), lead: true },
          { head: t(messages.latitude), cell: (point) => decimal(point.latitude, 3), num: true },
          { head: t(messages.longitude), cell: (point) => decimal(point.longitude, 3), num: true },
          { head: t(messages.encountersHere), cell: (point) => integer(point.encounters), num: true },
        ]}
      />
    </Card>
  );
}

function PointGrid({ points }: { points: readonly Point[] }) {
  const step = (degrees: number) => Math.round(degrees / grid);
  const east = spread(
    points.map((point) => step(point.longitude)),
    fewestColumns,
  );
  const north = spread(
    points.map((point) => step(point.latitude)),
    fewestRows,
  );
  if (Math.max(east.count, north.count) > mostSteps) return null;
  const columns = Array.from({ length: east.count + 1 }, (_, n) => n * side);
  const rows = Array.from({ length: north.count + 1 }, (_, n) => n * side);
  const [wide, high] = [east.count * side, north.count * side];
  return (
    <div className="map">
      <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={t(messages.pointsAlt)}>
        <path
          className="district"
          d={columns.map((x) => `M${x} 0V${high}`).join('') + rows.map((y) => `M0 ${y}H${wide}`).join('')}
        />
        {points.map((point) => {
          const x = (step(point.longitude) - east.from) * side;
          const y = (north.from + north.count - 1 - step(point.latitude)) * side;
          return (
            <g key={`${x} ${y}`}>
              <rect className="cell cell--q5" x={x} y={y} width={side} height={side} />
              <text className="on-high" x={x + side / 2} y={y + side / 2 + 6} textAnchor="middle">
                {integer(point.encounters)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** From which step of the grid, and how many: never so few that one cell fills the screen. */
function spread(steps: readonly number[], fewest: number): { from: number; count: number } {
  const [low, high] = [Math.min(...steps), Math.max(...steps)];
  const count = Math.max(fewest, high - low + 3);
  return { from: low - Math.floor((count - (high - low + 1)) / 2), count };
}

function nearestVillage(point: Point, lists: Lists): string {
  let nearest = { away: Number.POSITIVE_INFINITY, name: '' };
  for (const { kind, areaCode, latitude, longitude } of lists.areas) {
    if (kind !== 'village' || latitude === null || longitude === null) continue;
    const away = Math.hypot(latitude - point.latitude, longitude - point.longitude);
    if (away < nearest.away) nearest = { away, name: lists.area(areaCode) };
  }
  return nearest.name;
}
