// Writes the demonstration world into an empty city of a demonstration database: each record once, in its last state.
import { sql } from 'kysely';
import type { DemoWorld } from '#demo/events.ts';
import { nothingAsked, takeReferral, writeAsked } from '#demo/load/asked.ts';
import { noCare, takeCare, writeCare } from '#demo/load/care.ts';
import { noCasework, takeCasework, writeCasework } from '#demo/load/casework.ts';
import { forgetByRules, type Terms } from '#demo/load/forgotten.ts';
import { makeIds } from '#demo/load/ids.ts';
import { noPeople, takePerson, writePeople, writeStaff } from '#demo/load/people.ts';
import { writeRows } from '#demo/load/rows.ts';
import { noSealed, takeSealed, writeSealed } from '#demo/load/sealed.ts';
import { noStreet, takeStreet, writeEncounters, writeOperations } from '#demo/load/street.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Keys } from '#platform/keys/ring.ts';

export type Load = {
  readonly tx: Tx;
  readonly keys: Keys;
  readonly timeZone: string;
  readonly placesWithoutPoint: ReadonlySet<string>;
  readonly terms: Terms;
  readonly say: (done: number, of: number) => void;
};

/** Loads a world. Runs as the service session of the demonstration. */
export async function loadWorld(
  world: DemoWorld,
  { tx, keys, timeZone, placesWithoutPoint, terms, say }: Load,
): Promise<void> {
  const ids = makeIds();
  const people = noPeople();
  const street = noStreet();
  const care = noCare();
  const work = noCasework();
  const asked = nothingAsked();
  const sealed = noSealed();
  for (const it of world.staff) ids.of(it.username, world.from);
  for (const event of world.events) {
    takePerson(people, event, ids, timeZone);
    takeStreet(street, event, ids, placesWithoutPoint);
    takeCare(care, event, ids);
    takeCasework({ work, event, ids, timeZone });
    takeReferral(asked, event, ids, work);
    takeSealed({ sealed, event, ids, work });
  }
  const { erasures, runs } = forgetByRules({ people, street, care, work }, terms);
  const steps = [
    () => writeStaff(tx, world, ids),
    () => writeOperations(tx, street),
    () => writePeople(tx, people, keys, street.met),
    () => writeEncounters(tx, street),
    () => writeCare(tx, care, keys),
    () => writeCasework(tx, work),
    () => writeSealed(tx, sealed, keys),
    () => writeAsked(tx, asked, timeZone),
    () => writeRows(tx, 'match_reviews', [...people.reviews.values()]),
    () => writeRows(tx, 'person_merges', people.merges),
    () => writeRows(tx, 'erasures', erasures),
    () => writeRows(tx, 'retention_runs', runs),
    () => sql`select app.count_match_shares()`.execute(tx).then(() => undefined),
  ];
  for (const [n, step] of steps.entries()) {
    await step();
    say(n + 1, steps.length);
  }
}
