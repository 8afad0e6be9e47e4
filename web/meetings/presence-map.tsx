import { lazy, Suspense } from 'react';
import { messages as boardMessages } from '#indicators/messages.ts';
import { messages } from '#meetings/messages/attendance.ts';
import { type Presence, presences, type Represented } from '#meetings/schema/attendance.ts';
import { clipOf, sitesOf } from '#web/indicators/map-places.ts';
import type { Own } from '#web/indicators/own-shapes.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Skeleton } from '#web/ui/loading.tsx';
import '#web/ui/styles/charts.css';

const AreaMap = lazy(async () => ({ default: (await import('#web/indicators/area-map.tsx')).AreaMap }));

const fills = {
  came: undefined,
  delegate: 'url(#presence-delegate)',
  absent: 'url(#presence-absent)',
} satisfies Record<Presence, string | undefined>;

/** Which kelurahan were represented; the same stands in words in the table. */
export function PresenceMap({ villages }: { villages: readonly Represented[] }) {
  const lists = useLists().data;
  const mayShapes = useAbility('/indicators/shapes');
  const shapes = useQuery<{ items: Own[]; source: string }>(mayShapes ? 'indicators/shapes' : null).data;
  if (!lists || (mayShapes && !shapes)) return <div className="maphold maphold--empty" />;
  return (
    <>
      <Suspense fallback={<Skeleton label={t(messages.mapAlt)} />}>
        <AreaMap
          sites={sitesOf(lists)}
          clip={clipOf(lists)}
          shapes={shapes?.items ?? []}
          alt={t(messages.mapAlt)}
          patterns={<Patterns />}
          cell={cellsOf(villages, lists)}
        />
      </Suspense>
      <Legend villages={villages} />
      <p className="meta">
        <Icon name="info" />{' '}
        {shapes?.items.length
          ? t(boardMessages.ownShapes, { source: shapes.source })
          : t(boardMessages.approximate)}
      </p>
    </>
  );
}

function cellsOf(villages: readonly Represented[], lists: Lists) {
  const known = new Map(villages.map((it) => [it.areaCode, it.presence]));
  return (code: string) => {
    const presence = known.get(code);
    const words = t(presence ? messages[presence] : messages.notInvited);
    return {
      look: presence ? `cell--${presence}` : 'cell--q0',
      fill: presence ? fills[presence] : undefined,
      label: t(messages.cell, { area: lists.area(code), presence: words }),
    };
  };
}

function Patterns() {
  return (
    <defs>
      <pattern id="presence-delegate" width="5" height="5" patternUnits="userSpaceOnUse">
        <path className="presence__ground" d="M0 0h5v5H0z" />
        <path className="presence__line" d="M0 2.5h5" />
      </pattern>
      <pattern
        id="presence-absent"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path className="presence__ground" d="M0 0h5v5H0z" />
        <path className="presence__gap" d="M1.2 0v5" />
      </pattern>
    </defs>
  );
}

function Legend({ villages }: { villages: readonly Represented[] }) {
  return (
    <ul className="legend-list">
      {presences.map((presence) => (
        <li key={presence}>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <rect className={`cell cell--${presence}`} fill={fills[presence]} width="18" height="18" rx="3" />
          </svg>{' '}
          {t(messages[presence])} {integer(villages.filter((it) => it.presence === presence).length)}
        </li>
      ))}
    </ul>
  );
}
