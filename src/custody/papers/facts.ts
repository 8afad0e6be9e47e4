// What a hand-over paper shows: read through the tables by whoever has standing, or through the narrow door of one's own recent act.
import { sql } from 'kysely';
import { mayInCustody } from '#custody/access.ts';
import { listChains } from '#custody/queries/chains.ts';
import { disclosePersons, findPersons, openPaperIdentity } from '#persons/queries.ts';
import { ageRangeOn } from '#persons/rules.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { Sex } from '#platform/schemas.ts';
import type { World } from '#platform/world.ts';

export type PaperBelonging = {
  readonly what: string;
  readonly returnDue: string | null;
  readonly returnedAt: string | null;
  readonly keptBy: string;
};

export type PaperFacts = {
  readonly handoverId: string;
  readonly personId: string;
  readonly name: string | null;
  readonly sex: Sex;
  readonly age: { readonly low: number; readonly high: number } | null;
  readonly occurredAt: Date;
  readonly endKind: string | null;
  readonly condition: string;
  readonly basis: string;
  readonly statementLetter: boolean;
  readonly state: 'stands' | 'disputed' | 'set_aside';
  readonly giver: string;
  readonly receiver: string;
  readonly receiverRelation: string;
  readonly giverSignature: Buffer | null;
  readonly receiverSignature: Buffer | null;
  readonly fromKind: string | null;
  readonly fromAgency: string | null;
  readonly firstContactAt: Date | null;
  readonly toKind: string | null;
  readonly toAgency: string | null;
  readonly toFacility: string;
  readonly belongings: readonly PaperBelonging[];
};

type HandoverRow = {
  handover_id: string;
  person_id: string;
  from_custody_id: string | null;
  to_custody_id: string | null;
  occurred_at: Date;
  end_kind: string | null;
  condition: string;
  basis: string;
  statement_letter: boolean;
  state: PaperFacts['state'];
  giver: string;
  receiver: string;
  receiver_relation: string;
  giver_signature: Buffer | null;
  receiver_signature: Buffer | null;
};

type SideRow = {
  sex: Sex;
  birth_from: string | null;
  birth_to: string | null;
  from_kind: string | null;
  from_agency: string | null;
  first_contact_at: Date | null;
  to_kind: string | null;
  to_agency: string | null;
  to_facility: string | null;
  belongings: PaperBelonging[];
};

const handoverColumns = sql`
  h.handover_id, h.person_id, h.from_custody_id, h.to_custody_id, h.occurred_at, h.end_kind, h.condition, h.basis, h.statement_letter, h.state,
  coalesce(nullif(h.giver_name, ''), g.name, '') as giver, coalesce(nullif(h.receiver_name, ''), r.name, '') as receiver,
  h.receiver_relation, h.giver_signature, h.receiver_signature`;
const handoverJoins = sql`
  left join staff g on g.city = h.city and g.staff_id = h.giver_staff_id
  left join staff r on r.city = h.city and r.staff_id = h.receiver_staff_id`;

/** The facts of a hand-over's paper, or `not-found`. */
export async function readPaper(
  tx: Tx,
  viewer: Viewer,
  handoverId: string,
  world: World,
): Promise<PaperFacts> {
  return (await withStanding(tx, viewer, handoverId, world)) ?? (await ownAct(tx, viewer, handoverId, world));
}

async function withStanding(
  tx: Tx,
  viewer: Viewer,
  handoverId: string,
  world: World,
): Promise<PaperFacts | null> {
  const rows = await sql<HandoverRow>`
    select ${handoverColumns} from handovers h ${handoverJoins}
     where h.city = (select app.city()) and h.handover_id = ${handoverId}`.execute(tx);
  const row = rows.rows[0];
  const [person] = row ? await findPersons(tx, viewer, [row.person_id]) : [];
  if (!row || !person || !mayInCustody(viewer, person.standings, 'readChain')) return null;
  const chains = await listChains(tx, viewer, [person]);
  if (!chains.has(row.from_custody_id ?? '') && !chains.has(row.to_custody_id ?? '')) return null;
  const [shown] = (await disclosePersons(tx, viewer, [person], world)).persons;
  const sides = await sql<SideRow>`
    select p.sex, p.birth_from, p.birth_to, f.custodian_kind as from_kind, f.agency_code as from_agency,
           coalesce(f.first_contact_at, f.started_at) as first_contact_at,
           t.custodian_kind as to_kind, t.agency_code as to_agency, t.facility as to_facility,
           (select coalesce(jsonb_agg(jsonb_build_object('what', b.what, 'returnDue', b.return_due, 'returnedAt', b.returned_at, 'keptBy', b.kept_by) order by b.what), '[]')
              from belongings b where b.city = h.city and b.person_id = h.person_id and b.custody_id in (h.from_custody_id, h.to_custody_id)) as belongings
      from handovers h
      join persons p on p.city = h.city and p.person_id = h.person_id
      left join custody_intervals f on f.city = h.city and f.custody_id = h.from_custody_id
      left join custody_intervals t on t.city = h.city and t.custody_id = h.to_custody_id
     where h.city = (select app.city()) and h.handover_id = ${handoverId}`.execute(tx);
  const side = sides.rows[0];
  return side ? factsOf(viewer, row, { side, name: shown?.kind === 'known' ? shown.name : null }) : null;
}

type OwnRow = SideRow & { person_id: string; key_slot: number | null; box: Buffer | null };

async function ownAct(tx: Tx, viewer: Viewer, handoverId: string, world: World): Promise<PaperFacts> {
  const rows = await sql<HandoverRow>`
    select ${handoverColumns} from app.own_handover_paper(${handoverId}::uuid) h ${handoverJoins}
     where h.city = (select app.city())`.execute(tx);
  const sides = await sql<OwnRow>`select * from app.own_handover_facts(${handoverId}::uuid)`.execute(tx);
  const [row, side] = [rows.rows[0], sides.rows[0]];
  if (!row || !side) throw problem('not-found');
  const identity = openPaperIdentity(world.keys, {
    personId: side.person_id,
    slot: side.key_slot,
    box: side.box,
  });
  return factsOf(viewer, row, { side, name: identity?.names[0] ?? identity?.aliases[0] ?? null });
}

function factsOf(
  viewer: Viewer,
  row: HandoverRow,
  known: { side: SideRow; name: string | null },
): PaperFacts {
  const { side } = known;
  return {
    handoverId: row.handover_id,
    personId: row.person_id,
    name: known.name,
    sex: side.sex,
    age: ageRangeOn(side.birth_from, side.birth_to, cityDate(row.occurred_at, viewer.city.timeZone)),
    occurredAt: row.occurred_at,
    endKind: row.end_kind,
    condition: row.condition,
    basis: row.basis,
    statementLetter: row.statement_letter,
    state: row.state,
    giver: row.giver,
    receiver: row.receiver,
    receiverRelation: row.receiver_relation,
    giverSignature: row.giver_signature,
    receiverSignature: row.receiver_signature,
    fromKind: side.from_kind,
    fromAgency: side.from_agency,
    firstContactAt: side.first_contact_at,
    toKind: side.to_kind,
    toAgency: side.to_agency,
    toFacility: side.to_facility ?? '',
    belongings: side.belongings,
  };
}
