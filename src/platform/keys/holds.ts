// Legal holds in the list beside the key store: a restored database must hold back again what was held since its backup,
// before retention can run in it. Ids and references, never the officer's words.
import type pg from 'pg';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { asService } from '#platform/database/service.ts';
import { appendToList, readList } from '#platform/keys/erasures.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { keptWords } from '#platform/messages.ts';
import { listCities } from '#platform/open-city.ts';

const HoldLine = Type.Object({
  city: Type.String(),
  person: Type.String(),
  hold: Type.Union([Type.Literal('set'), Type.Literal('lifted')]),
  at: Type.String(),
  /** Who set it, and by which case number or record id; empty at the end of one. */
  by: Type.String(),
  reference: Type.String(),
});
type HoldLine = Static<typeof HoldLine>;

/**
 * Writes a hold into the list before the database takes it in, and its end after that is committed: a hold too many is
 * no loss, one too few is.
 */
export function listHold(keys: Keys, it: HoldLine): void {
  appendToList(keys.folder, [it]);
}

/**
 * Writes into the list what the database knows and it doesn't: a hold that stands, whatever the list says, and the end
 * of one. A power cut between the commit and the line leaves that to the next run.
 */
export async function completeHolds({ jobs, keys, city }: Listing): Promise<void> {
  const newest = newestOf(keys, city);
  const known = await asService(jobs, { city, purpose: 'retention' }, readKnown);
  appendToList(keys.folder, missingIn(newest, known, city));
}

type Listing = { readonly jobs: pg.Pool; readonly keys: Keys; readonly city: string };
type Known = {
  person: string;
  setAt: Date;
  setBy: string;
  reference: string;
  liftedAt: Date | null;
  liftedBy: string | null;
};

function newestOf(keys: Keys, city: string): Map<string, HoldLine> {
  const listed = readList(keys.folder).filter((value) => Value.Check(HoldLine, value));
  return new Map(listed.filter((it) => it.city === city).map((it) => [it.person, it]));
}

async function readKnown(client: pg.ClientBase): Promise<Known[]> {
  const found = await client.query<Known>(
    `select distinct on (person_id) person_id as person, set_at as "setAt", set_by as "setBy", reference,
            lifted_at as "liftedAt", lifted_by as "liftedBy"
       from legal_holds
      where city = (select app.city())
      order by person_id, set_at desc`,
  );
  return found.rows;
}

/**
 * Makes the list and the database agree on what is held, before retention may run: sets again what an older backup does
 * not know, and completes the list. Nothing is lifted here: who lifted a hold after the backup lifts it once more.
 * Answers how many holds were set again.
 */
export async function replayHolds(jobs: pg.Pool, keys: Keys): Promise<number> {
  let again = 0;
  for (const { code: city } of await listCities(jobs)) {
    await completeHolds({ jobs, keys, city });
    again += await asService(jobs, { city, purpose: 'retention' }, async (client) => {
      const newest = newestOf(keys, city);
      const known = new Map((await readKnown(client)).map((row) => [row.person, row]));
      let set = 0;
      for (const line of newest.values()) {
        if (line.hold !== 'set' || isKnown(known.get(line.person), line)) continue;
        const added = await client.query(
          `insert into legal_holds (person_id, reason, reference, set_by, set_at)
           select person_id, $2, $3, $4, $5 from persons
            where city = (select app.city()) and person_id = $1`,
          [line.person, keptWords.heldAgain.id, line.reference, line.by, line.at],
        );
        set += added.rowCount ?? 0;
      }
      return set;
    });
  }
  return again;
}

// It stands already, or the database knows of it and of its end.
function isKnown(row: Known | undefined, line: HoldLine): boolean {
  return row !== undefined && (row.liftedAt === null || row.liftedAt.toISOString() >= line.at);
}

function missingIn(listed: ReadonlyMap<string, HoldLine>, known: readonly Known[], city: string): HoldLine[] {
  return known.flatMap((row): HoldLine[] => {
    const { person, liftedAt } = row;
    const line = listed.get(person);
    if (!liftedAt) {
      if (line?.hold === 'set') return [];
      const at = row.setAt.toISOString();
      return [{ city, person, hold: 'set', at, by: row.setBy, reference: row.reference }];
    }
    const at = liftedAt.toISOString();
    if (line?.hold !== 'set' || at < line.at) return [];
    return [{ city, person, hold: 'lifted', at, by: row.liftedBy ?? '', reference: '' }];
  });
}
