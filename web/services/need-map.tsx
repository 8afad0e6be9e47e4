import { lazy, Suspense } from 'react';
import { messages as boardMessages } from '#indicators/messages.ts';
import { mapClass, mapClasses } from '#indicators/rules.ts';
import { messages } from '#services/messages.ts';
import type { AreaNeed } from '#services/schema.ts';
import { clipOf, sitesOf } from '#web/indicators/map-places.ts';
import type { Own } from '#web/indicators/own-shapes.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Skeleton } from '#web/ui/loading.tsx';
import '#web/ui/styles/charts.css';

const AreaMap = lazy(async () => ({ default: (await import('#web/indicators/area-map.tsx')).AreaMap }));

/** Kecamatan by children met; those without a programme of their own have a dashed edge. The table says the same. */
export function NeedMap({ areas, words }: { areas: readonly AreaNeed[]; words: Lists }) {
  const mayShapes = useAbility('/indicators/shapes');
  const shapes = useQuery<{ items: Own[]; source: string }>(mayShapes ? 'indicators/shapes' : null).data;
  if (mayShapes && !shapes) return <div className="maphold maphold--empty" />;
  const bounds = mapClasses(areas.map((it) => it.children ?? 0));
  const known = new Map(areas.map((it) => [it.areaCode, it]));
  const cell = (code: string) => {
    const it = known.get(code.slice(0, 8));
    const open = it !== undefined && it.programmes.length === 0;
    return {
      look: `cell--q${mapClass(it?.children ?? 0, bounds)}${open ? ' cell--open' : ''}`,
      label: t(messages.mapCell, {
        area: words.area(code.slice(0, 8)),
        children: it?.children === null || it === undefined ? '–' : integer(it.children),
        programmes: integer(it?.programmes.length ?? 0),
      }),
    };
  };
  return (
    <>
      <Suspense fallback={<Skeleton label={t(messages.mapAlt)} />}>
        <AreaMap
          sites={sitesOf(words)}
          clip={clipOf(words)}
          shapes={shapes?.items ?? []}
          alt={t(messages.mapAlt)}
          cell={cell}
        />
      </Suspense>
      <ul className="legend-list">
        <li>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <rect className="cell cell--q0 cell--open" x="1" y="1" width="16" height="16" rx="3" />
          </svg>{' '}
          {t(messages.mapNone)}
        </li>
      </ul>
      <p className="meta">
        <Icon name="info" />{' '}
        {shapes?.items.length
          ? t(boardMessages.ownShapes, { source: shapes.source })
          : t(boardMessages.approximate)}
      </p>
    </>
  );
}
