import type { Area } from '#areas/schema.ts';
import { useQuery } from '#web/platform/use-query.ts';

/** The name of a place in this city, or of a regency, city or province elsewhere in the country; never its number. */
export function usePlaceName(code: string | null, words: { area: (code: string | null) => string }): string {
  const here = words.area(code);
  const elsewhere = useQuery<{ items: Area[] }>(code && here === code ? 'city/origin-areas' : null);
  if (here !== code) return here;
  return elsewhere.data?.items.find((it) => it.areaCode === code)?.name ?? '';
}
