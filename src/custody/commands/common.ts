import { sql } from 'kysely';
import { requireCode } from '#areas/queries.ts';
import type { CodeLabel } from '#areas/schema.ts';
import type { NewBelonging, Stated } from '#custody/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { firstMoment, type Sent } from '#platform/commands.ts';
import { tiedTo } from '#platform/database/constraints.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** When it happened: the time that was stated, or when the command was given. Refuses what has not come yet. */
export function momentOf(stated: string | undefined, sent: Sent, earliest?: Date): Date {
  const at = stated ? new Date(stated) : sent.occurredAt;
  if (at.getTime() < firstMoment) throw problem('date-impossible', { field: 'at' });
  if (at.getTime() > sent.world.now().getTime() + 10 * 60_000)
    throw problem('custody-time-ahead', { field: 'at' });
  if (!earliest) return at;
  const settled = notBefore(at, earliest);
  if (!settled) throw problem('custody-negative', { field: 'at' });
  return settled;
}

/** A time not before another; a screen states whole minutes, so within the minute it is the same moment. Null when it is before. */
export function notBefore(at: Date, earliest: Date): Date | null {
  if (at >= earliest) return at;
  return earliest.getTime() - at.getTime() < 60_000 ? earliest : null;
}

/** The day of a moment in the viewer's city. */
export function dayOf(viewer: Viewer, at: Date): string {
  return cityDate(at, viewer.city.timeZone);
}

/**
 * Refuses an agency that is not there on the day, or not of the kind that such a custodian is. A custodian whom the list
 * ties to no kind of agency, as a team on the street, is the `own` one's: nobody puts a child under another agency so.
 */
export async function requireCustodian(
  tx: Tx,
  wanted: { kind: CodeLabel; agencyCode: string | undefined; day: string; own: string },
): Promise<string> {
  if (!wanted.agencyCode) throw problem('agency-missing', { field: 'agencyCode' });
  const found = await sql<{ kind: string }>`
    select kind from agencies
     where city = (select app.city()) and agency_code = ${wanted.agencyCode}
       and valid_from <= ${wanted.day} and (valid_to is null or valid_to >= ${wanted.day})`.execute(tx);
  const kind = found.rows[0]?.kind;
  if (!kind) throw problem('code-not-valid', { field: 'agencyCode', list: 'agency' });
  const kinds = wanted.kind.extra.agencyKinds;
  if (Array.isArray(kinds) ? !kinds.includes(kind) : wanted.agencyCode !== wanted.own)
    throw problem('custodian-and-agency-differ', { field: 'agencyCode' });
  return wanted.agencyCode;
}

type FacilityWords = {
  readonly facilityReason?: string;
  readonly facilityNote?: string;
  readonly policeReference?: string;
};

/** Why a child without an offence goes to a facility meant for others; asked of children and of unknown age. */
export async function facilityReasonOf(
  tx: Tx,
  wanted: { asks: boolean; child: boolean; day: string; input: FacilityWords },
): Promise<{ reason: string; policeReference: string }> {
  const { facilityReason, facilityNote = '', policeReference = '' } = wanted.input;
  if (!wanted.asks) return { reason: '', policeReference: '' };
  if (facilityReason)
    await requireCode(tx, {
      list: 'facility_without_offence_reason',
      code: facilityReason,
      words: { text: facilityNote, field: 'facilityNote' },
      day: wanted.day,
      field: 'facilityReason',
    });
  if (wanted.child && !facilityReason && !policeReference)
    throw problem('facility-reason-missing', { field: 'facilityReason' });
  const reason = [facilityReason, facilityNote].filter(Boolean).join(': ');
  return { reason, policeReference };
}

/** Writes down what of the child's is kept, for which desk, until which day. */
export async function keepBelongings(
  tx: Tx,
  viewer: Viewer,
  kept: { personId: string; custodyId: string; items: readonly NewBelonging[] | undefined; at: Date },
): Promise<void> {
  const items = kept.items ?? [];
  const today = dayOf(viewer, kept.at);
  for (const [index, it] of items.entries())
    if (it.returnDue < today) throw problem('return-date-past', { field: `belongings.${index}.returnDue` });
  for (const [index, it] of items.entries()) {
    const written = sql`
      insert into belongings (belonging_id, person_id, custody_id, what, kept_by, return_due)
      values (${it.belongingId}, ${kept.personId}, ${kept.custodyId}, ${it.what}, ${viewer.agencyCode}, ${it.returnDue})`.execute(
      tx,
    );
    await tiedTo(written, (field) => `belongings.${index}.${field}`);
  }
}

/** Runs work that the database may refuse by a constraint, so that the transaction can go on another way. */
export async function unlessRefused<T>(
  tx: Tx,
  constraint: string,
  work: () => Promise<T>,
  otherwise: () => Promise<T>,
): Promise<T> {
  await sql`savepoint stated`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint stated`.execute(tx);
    return done;
  } catch (error) {
    if (!(error instanceof Error && 'constraint' in error && error.constraint === constraint)) throw error;
    await sql`rollback to savepoint stated`.execute(tx);
    return otherwise();
  }
}

/** The audit detail of a statement: what kind, and whether it stands. */
export function statedDetail(kind: string, result: Stated): Record<string, string | boolean> {
  return { kind, disputed: result.disputed };
}
