import { sliceRoutes } from '#app.ts';
import type { Route } from '#platform/http/routes.ts';
import { sampleOf } from '#test/access/sample.ts';
import {
  type AccessWorld,
  type CanaryField,
  type Child,
  fields,
  type Relation,
  relations,
} from '#test/access/world.ts';
import type { CastName, TestApp } from '#test/app.ts';
import { cast } from '#test/cast.ts';

export type Cell = {
  readonly viewer: CastName;
  readonly route: string;
  readonly relation: Relation | 'none';
  readonly status: number;
  readonly text: string;
};

export const viewers = cast.map((it) => it.username);

/** How a route is called in lists. */
export function nameOf(route: Route): string {
  if (route.kind === 'command') return `command ${route.command.name}`;
  return `${route.kind === 'page' ? 'page' : 'read'} ${route.path}`;
}

/** Every read and every printed page, by every member of the cast, for every child whose identifiers its address takes. */
export async function readEverything(app: TestApp, world: AccessWorld): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const viewer of viewers) {
    const client = await app.as(viewer);
    for (const route of sliceRoutes) {
      if (route.kind === 'command' || route.kind === 'public') continue;
      for (const child of childrenFor(route, world)) {
        const input = sampleOf(route.input, child?.ids ?? {});
        const reply =
          route.kind === 'query' && route.method === 'POST'
            ? await client.post(`/api${route.path}`, input)
            : await client.get(`/api${addressOf(route.path, child?.ids ?? {})}`);
        cells.push({
          viewer,
          route: nameOf(route),
          relation: child?.relation ?? 'none',
          status: reply.status,
          text: reply.text,
        });
      }
    }
  }
  return cells;
}

function childrenFor(
  route: Exclude<Route, { kind: 'command' | 'public' }>,
  world: AccessWorld,
): readonly (Child | null)[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
  const asks = route.kind === 'query' && route.method === 'POST';
  if (names.length === 0 && !asks) return [null];
  const all = names.includes('encounterId') ? [...world.children, ...world.earlier] : world.children;
  const fitting = all.filter((child) => names.every((name) => child.ids[name]));
  return fitting.length > 0 ? fitting : [null];
}

function addressOf(path: string, ids: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '018f0000-0000-7000-8000-000000000000');
}

export type Leak = {
  readonly viewer: CastName;
  readonly route: string;
  readonly relation: Relation;
  readonly field: CanaryField;
};

/** Every canary in an answer whose reader may not know it. */
export function leaksIn(
  cells: readonly Cell[],
  world: AccessWorld,
  may: (relation: Relation, field: CanaryField, viewer: CastName) => boolean,
): Leak[] {
  const canaries = relations.flatMap((relation) =>
    fields.map((field) => ({ relation, field, word: world.canary(relation, field) })),
  );
  return cells.flatMap((cell) =>
    canaries
      .filter(({ relation, field, word }) => cell.text.includes(word) && !may(relation, field, cell.viewer))
      .map(({ relation, field }) => ({ viewer: cell.viewer, route: cell.route, relation, field })),
  );
}
