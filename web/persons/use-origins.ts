import { useEffect, useState } from 'react';
import type { Area } from '#areas/schema.ts';
import { query } from '#web/platform/api.ts';
import type { Option } from '#web/ui/fields.tsx';

/** Regencies and cities of the country, read when they are first asked for; without network the own city is enough. */
export function useOrigins(): Option[] {
  const [origins, setOrigins] = useState<Option[]>([]);
  useEffect(() => {
    let gone = false;
    query<{ items: Area[] }>('city/origin-areas').then(
      ({ items }) => {
        const options = items
          .filter((area) => area.kind !== 'province')
          .map((area) => ({ value: area.areaCode, label: area.name }))
          .sort((a, b) => a.label.localeCompare(b.label, 'id'));
        if (!gone) setOrigins(options);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return origins;
}
