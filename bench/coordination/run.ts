// `npm run bench -- --coordination`: a city with its agencies and the cast, no children; the product's own server and worker
// in this process. `--write` also writes docs/measurements/coordination.jsonl; `--only invitations` measures a part.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Coordination, openCoordination } from '#bench/coordination/city.ts';
import { measureInvitations } from '#bench/coordination/invitations.ts';
import type { Figure } from '#bench/figures/bench.ts';
import { keepLines, showFigures } from '#bench/figures/lines.ts';
import { tempFolder } from '#test/temp-folder.ts';

/** Every part, by its name after `--only`. */
const measures = {
  invitations: measureInvitations,
} satisfies Record<string, (it: Coordination) => Promise<Figure[]>>;

const { values } = parseArgs({
  options: {
    coordination: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const folder = tempFolder('bench-coordination');
const city = await openCoordination(folder);
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (values.only && !values.only.split(',').includes(name)) continue;
    console.log(name);
    figures.push(...(await measure(city)));
  }
} finally {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
}
showFigures(figures);
if (values.write)
  keepLines(join(import.meta.dirname, '../../docs/measurements/coordination.jsonl'), figures, 0);
