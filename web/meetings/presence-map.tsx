import { messages } from '#meetings/messages/attendance.ts';
import { type Presence, presences, type Represented } from '#meetings/schema/attendance.ts';
import { CityMap, EmptyMap } from '#web/indicators/city-map.tsx';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';

const fills = {
  came: undefined,
  delegate: 'url(#presence-delegate)',
  absent: 'url(#presence-absent)',
} satisfies Record<Presence, string | undefined>;

/** Which kelurahan were represented; the same stands in words in the table. */
export function PresenceMap({ villages }: { villages: readonly Represented[] }) {
  const lists = useLists().data;
  if (!lists) return <EmptyMap />;
  return (
    <CityMap words={lists} alt={t(messages.mapAlt)} patterns={<Patterns />} cell={cellsOf(villages, lists)}>
      <Legend villages={villages} />
    </CityMap>
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
