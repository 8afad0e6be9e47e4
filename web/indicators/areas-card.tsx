import { lazy, Suspense } from 'react';
import { messages } from '#indicators/messages.ts';
import { mapClass, mapClasses } from '#indicators/rules.ts';
import type { Board } from '#indicators/schema.ts';
import type { MapCell } from '#web/indicators/area-map.tsx';
import { AreaTables } from '#web/indicators/area-tables.tsx';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { DefinitionLink } from '#web/indicators/card-parts.tsx';
import { clipOf, sitesOf } from '#web/indicators/map-places.ts';
import type { Own } from '#web/indicators/own-shapes.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { classes } from '#web/ui/css-values.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Skeleton } from '#web/ui/loading.tsx';

const AreaMap = lazy(async () => ({ default: (await import('#web/indicators/area-map.tsx')).AreaMap }));

type Shapes = { items: Own[]; source: string };

/** Where children are met: map of kelurahan, and the same figures as tables. */
export function AreasCard({ board, ask }: { board: Board; ask: BoardAsk }) {
  const lists = useLists().data;
  const shapes = useQuery<Shapes>('indicators/shapes').data;
  const villages = board.areas.filter(([code]) => code.length === 13);
  const counts = new Map(villages.map(([code, encounters, , reported]) => [code, encounters + reported]));
  const bounds = mapClasses([...counts.values()]);
  const placed = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const unplaced = board.met.encounters + board.reported[board.ageClass] - placed;
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 3);
  const isOwn = (shapes?.items.length ?? 0) > 0;
  const shaped = new Set(shapes?.items.map((item) => item.areaCode));
  const withoutShape =
    lists?.areas.filter((area) => area.kind === 'village' && !shaped.has(area.areaCode)).length ?? 0;
  return (
    <Card title={t(messages.where)} actions={<DefinitionLink ask={ask} name="encounters" />}>
      <p className="muted">
        {t(messages.whereLead)}{' '}
        {most.length > 0
          ? t(messages.mostOf, { names: most.map(([code]) => nameOf(lists, code)).join(', ') })
          : ''}
      </p>
      {ask.place.length > 8 ? (
        <Link href={boardHref({ ...ask, place: '' })}>{t(messages.wholeCity)}</Link>
      ) : null}
      <Classes bounds={bounds} />
      {lists && shapes ? (
        <Suspense fallback={<Skeleton label={t(messages.mapAlt)} />}>
          <AreaMap
            sites={sitesOf(lists)}
            clip={clipOf(lists)}
            shapes={shapes.items}
            alt={t(messages.mapAlt)}
            cell={cellsOf({ ask, counts, lists })}
          />
        </Suspense>
      ) : (
        <div className="maphold maphold--empty" />
      )}
      <p className="meta">
        <Icon name="info" />{' '}
        {isOwn ? t(messages.ownShapes, { source: shapes?.source ?? '' }) : t(messages.approximate)}
      </p>
      {isOwn && withoutShape > 0 ? (
        <p className="meta">{t(messages.withoutShape, { n: integer(withoutShape) })}</p>
      ) : null}
      {unplaced > 0 && ask.place.length < 13 ? (
        <p className="meta">{t(messages.noPlace, { n: integer(unplaced) })}</p>
      ) : null}
      <AreaTables board={board} ask={ask} />
    </Card>
  );
}

function nameOf(lists: Lists | undefined, code: string): string {
  return lists?.areas.find((area) => area.areaCode === code)?.name ?? code;
}

function cellsOf(props: { ask: BoardAsk; counts: ReadonlyMap<string, number>; lists: Lists }) {
  const { ask, counts, lists } = props;
  const bounds = mapClasses([...counts.values()]);
  return (code: string): MapCell => {
    const count = counts.get(code) ?? 0;
    const at = mapClass(count, bounds);
    return {
      look: classes(`cell--q${at}`, ask.place === code && 'cell--here'),
      label: t(messages.cell, { area: lists.area(code), n: integer(count) }),
      href: count > 0 ? boardHref({ ...ask, place: code }) : undefined,
      figure: at >= 4 ? integer(count) : undefined,
    };
  };
}

function Classes({ bounds }: { bounds: readonly number[] }) {
  const shift = 5 - bounds.length;
  const words = bounds.map((bound, n) => {
    const from = (bounds[n - 1] ?? 0) + 1;
    if (n === bounds.length - 1 && n > 0) return t(messages.classTop, { from: integer(from) });
    return from === bound ? integer(from) : `${integer(from)}–${integer(bound)}`;
  });
  return (
    <ul className="legend-list">
      {['0', ...words].map((word, n) => (
        <li key={word}>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <rect className={`cell cell--q${n === 0 ? 0 : n + shift}`} width="18" height="18" rx="3" />
          </svg>{' '}
          {word}
        </li>
      ))}
    </ul>
  );
}
