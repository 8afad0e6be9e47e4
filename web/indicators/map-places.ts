import type { Clip, Site } from '#web/indicators/cells.ts';
import type { Lists } from '#web/platform/lists.ts';

/** The kelurahan with their points. */
export function sitesOf(lists: Lists): Site[] {
  return lists.areas.flatMap(({ areaCode, kind, latitude, longitude }) =>
    kind === 'village' && latitude !== null && longitude !== null
      ? [{ code: areaCode, latitude, longitude }]
      : [],
  );
}

/** What the map shows: as the city says, or around its kelurahan. */
export function clipOf(lists: Lists): Clip {
  const map = lists.setting('map');
  const clip = map && typeof map === 'object' && 'clip' in map ? map.clip : undefined;
  if (clip && typeof clip === 'object' && 'south' in clip) return clip as Clip;
  const sites = sitesOf(lists);
  const latitudes = sites.map((site) => site.latitude);
  const longitudes = sites.map((site) => site.longitude);
  return {
    south: Math.min(...latitudes) - 0.03,
    north: Math.max(...latitudes) + 0.03,
    west: Math.min(...longitudes) - 0.03,
    east: Math.max(...longitudes) + 0.03,
  };
}
