import { sql } from 'kysely';
import { requireCode } from '#areas/queries.ts';
import { custodyRoles, requireHandOver } from '#custody/access.ts';
import {
  dayOf,
  facilityReasonOf,
  keepBelongings,
  momentOf,
  notBefore,
  requireCustodian,
  statedDetail,
  unlessRefused,
} from '#custody/commands/common.ts';
import { ageClasses } from '#custody/queries/board.ts';
import { aliasesOf } from '#custody/queries/facts.ts';
import { type Interval, listIntervals } from '#custody/queries/rows.ts';
import { Stated, TakeIn } from '#custody/schema.ts';
import { Conflict, command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** Somebody answers for a person from now on: the first custodian of a chain, be it the team, a desk or the police. */
export const takeIn = command({
  name: 'custody/take-in',
  summary: 'Take a person into custody, from an encounter',
  may: custodyRoles,
  input: TakeIn,
  result: Stated,
  audit: (input, result) => ({
    act: 'custody.taken-in',
    on: { kind: 'custody', id: input.custodyId },
    persons: [input.personId],
    detail: statedDetail(input.custodianKind, result),
  }),
  run: async (tx, viewer, input, sent) => {
    await requireHandOver(tx, viewer, input.personId);
    const stated = momentOf(input.at, sent);
    const day = dayOf(viewer, stated);
    const kind = await requireCode(tx, {
      list: 'custodian_kind',
      code: input.custodianKind,
      day,
      field: 'custodianKind',
    });
    await requireCode(tx, { list: 'handover_basis', code: input.basis, day, field: 'basis' });
    const agencyCode = await requireCustodian(tx, {
      kind,
      agencyCode: input.agencyCode ?? viewer.agencyCode,
      day,
      own: viewer.agencyCode,
    });
    const ageClass = (await ageClasses(tx, viewer, [input.personId], sent.world)).get(input.personId);
    const facility = await facilityReasonOf(tx, {
      asks: Boolean(kind.extra.asksReasonWithoutOffence),
      child: ageClass !== 'ADULT',
      day,
      input,
    });
    const aliases = (await aliasesOf(tx, [input.personId])).get(input.personId) ?? [input.personId];
    const contact = await firstContact(tx, { aliases, encounterId: input.encounterId, at: stated });
    const at = contact.from;
    const begin = (disputed: boolean) =>
      insertInterval(tx, { input, at, agencyCode, facility, contact, disputed });
    // The constraint knows one record only; what another record of the same person says is looked up here.
    const elsewhere = await heldElsewhere(tx, { aliases, personId: input.personId, at });
    const disputed =
      elsewhere ||
      (await unlessRefused(
        tx,
        'custody_one_custodian',
        () => begin(false).then(() => false),
        () => begin(true).then(() => true),
      ));
    if (elsewhere) await begin(true);
    await keepBelongings(tx, viewer, {
      personId: input.personId,
      custodyId: input.custodyId,
      items: input.belongings,
      at,
    });
    const result = {
      custodyId: input.custodyId,
      handoverId: null,
      number: null,
      disputed,
      personId: input.personId,
    };
    return disputed ? new Conflict(result) : result;
  },
});

type Contact = {
  readonly encounterId: string | null;
  readonly at: Date;
  /** From when on the custodian answers: as stated, and not before the encounter. */
  readonly from: Date;
};

/**
 * Where the chain began: with the custody it continues after a gap, else with the encounter named, else with the last one
 * of a day before. The clock runs from there.
 */
async function firstContact(
  tx: Tx,
  from: { aliases: readonly string[]; encounterId: string | undefined; at: Date },
): Promise<Contact> {
  const before = (await listIntervals(tx, from.aliases)).filter(
    (it) => !it.set_aside && it.ended_at !== null && it.ended_at <= from.at,
  );
  const last = before.reduce<Interval | null>(
    (found, it) => (found?.ended_at && it.ended_at && found.ended_at > it.ended_at ? found : it),
    null,
  );
  const met = await sql<{ encounter_id: string; occurred_at: Date }>`
    select encounter_id, occurred_at from encounters
     where city = (select app.city()) and person_id = any (${from.aliases}::uuid[])
       and (encounter_id = ${from.encounterId ?? null}::uuid
            or (${from.encounterId ?? null}::uuid is null and occurred_at between ${from.at}::timestamptz - interval '24 hours' and ${from.at}::timestamptz))
     order by occurred_at desc
     limit 1`.execute(tx);
  const encounter = met.rows[0];
  if (from.encounterId && !encounter) throw problem('not-found', { field: 'encounterId' });
  const since = encounter ? notBefore(from.at, encounter.occurred_at) : from.at;
  if (!since) throw problem('custody-before-contact', { field: 'at' });
  const encounterId = encounter?.encounter_id ?? null;
  if (last && !last.ends_chain) return { encounterId, at: last.first_contact_at, from: since };
  return { encounterId, at: encounter?.occurred_at ?? since, from: since };
}

async function heldElsewhere(
  tx: Tx,
  wanted: { aliases: readonly string[]; personId: string; at: Date },
): Promise<boolean> {
  const others = wanted.aliases.filter((id) => id !== wanted.personId);
  const held = await listIntervals(tx, others);
  return held.some((it) => !it.set_aside && (it.ended_at === null || it.ended_at > wanted.at));
}

type Beginning = {
  readonly input: TakeIn;
  readonly at: Date;
  readonly agencyCode: string;
  readonly facility: { readonly reason: string; readonly policeReference: string };
  readonly contact: Contact;
  readonly disputed: boolean;
};

async function insertInterval(tx: Tx, it: Beginning): Promise<void> {
  await sql`
    insert into custody_intervals (custody_id, person_id, custodian_kind, agency_code, facility, started_at, basis,
                                   lpks_reason, police_reference, encounter_id, first_contact_at, disputed)
    values (${it.input.custodyId}, ${it.input.personId}, ${it.input.custodianKind}, ${it.agencyCode}, ${it.input.facility ?? ''},
            ${it.at}, ${it.input.basis}, ${it.facility.reason}, ${it.facility.policeReference}, ${it.contact.encounterId},
            ${it.contact.at}, ${it.disputed})`.execute(tx);
}
