import { sql } from 'kysely';
import { custodyAbilities, mayInCustody } from '#custody/access.ts';
import { listChains } from '#custody/queries/chains.ts';
import { aliasesOf } from '#custody/queries/facts.ts';
import { type HandoverRow, type Interval, listHandovers, listIntervals } from '#custody/queries/rows.ts';
import { competing, type StatedHandover, type StatedStretch } from '#custody/rules/disputes.ts';
import type { Claim, Dispute } from '#custody/schema/reads.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

/**
 * Persons about whom two custodians are stated at one time, by two phones or brought together by a merge, of whom the viewer
 * may learn it. Each once, under the record that stands for it or, where the viewer knows only another, under that one.
 */
export async function listDisputedPersons(tx: Tx, viewer: Viewer, after: string): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select d.person_id
      from (select distinct on (s.person_id) x.person_id
              from persons_in_dispute s
              join person_alias a on a.city = s.city and a.person_id = s.person_id
              join ${viewer.lock.personStanding} x on x.city = a.city and x.person_id = a.same_as
               and x.standing = any (${custodyAbilities.readDisputes}::text[])
             where s.city = (select app.city())
             order by s.person_id, (x.person_id = s.person_id) desc, x.person_id) d
     where d.person_id > ${after}::uuid
     order by d.person_id
     limit 51`.execute(tx);
  return found.rows.map((row) => row.person_id);
}

export type Stated = {
  readonly intervals: readonly Interval[];
  readonly handovers: readonly HandoverRow[];
  readonly claims: ReadonlySet<string>;
  readonly stretches: readonly StatedStretch[];
  readonly acts: readonly StatedHandover[];
};

/** Everything stated of one person that still counts, and the claims among which somebody has to choose. */
export async function readStated(tx: Tx, aliases: readonly string[]): Promise<Stated> {
  const intervals = (await listIntervals(tx, aliases)).filter((it) => !it.set_aside);
  const handovers = (await listHandovers(tx, aliases)).filter((it) => it.state !== 'set_aside');
  const stretches = intervals.map((it) => ({
    custodyId: it.custody_id,
    startedAt: it.started_at.toISOString(),
    endedAt: it.ended_at?.toISOString() ?? null,
    endsChain: it.ends_chain,
    disputed: it.disputed,
  }));
  const acts = handovers.map((it) => ({
    handoverId: it.handoverId,
    from: it.fromCustodyId,
    to: it.toCustodyId,
    at: it.occurredAt.toISOString(),
    endKind: it.endKind,
    disputed: it.state === 'disputed',
  }));
  return { intervals, handovers, claims: competing(stretches, acts), stretches, acts };
}

/** The disputes of these persons as the desk sees them; a person merged with another appears once. */
export async function readDisputes(
  tx: Tx,
  viewer: Viewer,
  personIds: readonly string[],
  world: World,
): Promise<{ items: Dispute[]; shown: string[] }> {
  const aliases = await aliasesOf(tx, personIds);
  const found = (await findPersons(tx, viewer, personIds)).filter((row) =>
    mayInCustody(viewer, row.standings, 'readDisputes'),
  );
  const chains = await listChains(tx, viewer, found);
  const { persons, shown } = await disclosePersons(tx, viewer, found, world);
  const items: Dispute[] = [];
  const told = new Set<string>();
  for (const personId of personIds) {
    const person = persons.find((it) => it.personId === personId);
    const row = found.find((it) => it.person_id === personId);
    const members = aliases.get(personId) ?? [personId];
    if (!person || !row || told.has(personId)) continue;
    for (const member of members) told.add(member);
    const claims = claimsOf(within(await readStated(tx, members), chains));
    if (claims.length > 1)
      items.push({ person, claims, maySettle: mayInCustody(viewer, row.standings, 'settle') });
  }
  return { items, shown };
}

/** What is stated of the stretches that exist for the viewer. */
function within(stated: Stated, chains: ReadonlySet<string>): Stated {
  return {
    ...stated,
    intervals: stated.intervals.filter((it) => chains.has(it.custody_id)),
    handovers: stated.handovers.filter((it) => chains.has(it.fromCustodyId ?? '')),
  };
}

/** The competing claims as they cross the wire, in the order of the times they state. */
export function claimsOf(stated: Stated): Claim[] {
  const stretches = stated.intervals
    .filter((it) => stated.claims.has(it.custody_id))
    .map(
      (it): Claim => ({
        claimId: it.custody_id,
        kind: 'custody',
        custodianKind: it.custodian_kind,
        agencyCode: it.agency_code,
        facility: it.facility,
        startedAt: it.started_at.toISOString(),
        endedAt: it.ended_at?.toISOString() ?? null,
        endKind: it.end_kind,
        disputed: it.disputed,
        recordedBy: it.recorded_by,
        recordedAt: it.recorded_at.toISOString(),
      }),
    );
  const ends = stated.handovers
    .filter((it) => it.toCustodyId === null && stated.claims.has(it.handoverId))
    .map(
      (it): Claim => ({
        claimId: it.handoverId,
        kind: 'handover',
        custodianKind: null,
        agencyCode: null,
        facility: '',
        startedAt: it.occurredAt.toISOString(),
        endedAt: null,
        endKind: it.endKind,
        disputed: it.state === 'disputed',
        recordedBy: it.giver,
        recordedAt: it.recordedAt.toISOString(),
      }),
    );
  return [...stretches, ...ends].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}
