import { mapClass, mapClasses } from '#indicators/rules.ts';
import { messages } from '#services/messages.ts';
import type { AreaNeed } from '#services/schema.ts';
import { CityMap } from '#web/indicators/city-map.tsx';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';

/** Kecamatan by children met; those without a programme of their own have a dashed edge. The table says the same. */
export function NeedMap({ areas, words }: { areas: readonly AreaNeed[]; words: Lists }) {
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
    <CityMap words={words} alt={t(messages.mapAlt)} cell={cell}>
      <ul className="legend-list">
        <li>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <rect className="cell cell--q0 cell--open" x="1" y="1" width="16" height="16" rx="3" />
          </svg>{' '}
          {t(messages.mapNone)}
        </li>
      </ul>
    </CityMap>
  );
}
