import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import { messages } from '#indicators/messages.ts';
import { clipOf, sitesOf } from '#web/indicators/map-places.ts';
import type { Own } from '#web/indicators/own-shapes.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Skeleton } from '#web/ui/loading.tsx';
import '#web/ui/styles/charts.css';

const AreaMap = lazy(async () => ({ default: (await import('#web/indicators/area-map.tsx')).AreaMap }));

type Drawn = Pick<ComponentProps<typeof AreaMap>, 'alt' | 'cell' | 'patterns'>;

/**
 * The city's kelurahan as cells of another page than the board, by the city's own boundaries where it has some and the
 * viewer may read them; below it the legend, and a line that says what the boundaries are.
 */
export function CityMap({ words, children, ...drawn }: Drawn & { words: Lists; children: ReactNode }) {
  const mayShapes = useAbility('/indicators/shapes');
  const shapes = useQuery<{ items: Own[]; source: string }>(mayShapes ? 'indicators/shapes' : null).data;
  if (mayShapes && !shapes) return <EmptyMap />;
  return (
    <>
      <Suspense fallback={<Skeleton label={drawn.alt} />}>
        <AreaMap sites={sitesOf(words)} clip={clipOf(words)} shapes={shapes?.items ?? []} {...drawn} />
      </Suspense>
      {children}
      <p className="meta">
        <Icon name="info" />{' '}
        {shapes?.items.length ? t(messages.ownShapes, { source: shapes.source }) : t(messages.approximate)}
      </p>
    </>
  );
}

/** The room of a map that is still to come. */
export function EmptyMap() {
  return <div className="maphold maphold--empty" />;
}
