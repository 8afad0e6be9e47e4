import { listAgencies } from '#agencies/queries.ts';
import { codesOn, requireCode } from '#areas/queries.ts';
import type { CodeLabel } from '#areas/schema.ts';
import { custodyRoles, requireHandOver, requireSupervisor } from '#custody/access.ts';
import { returnNow } from '#custody/commands/belongings.ts';
import {
  dayOf,
  facilityReasonOf,
  keepBelongings,
  momentOf,
  requireCustodian,
  statedDetail,
  unlessRefused,
} from '#custody/commands/common.ts';
import { guardHome } from '#custody/commands/home-gate.ts';
import { requireReceiver } from '#custody/commands/receiver.ts';
import { type Passing, stateHandover } from '#custody/commands/state-handover.ts';
import { giveHoldReason } from '#custody/commands/steps.ts';
import { requireInChain } from '#custody/queries/chains.ts';
import { readHeld } from '#custody/queries/held.ts';
import { findOwnEnded, handoverNumber, type Interval, lockInterval } from '#custody/queries/rows.ts';
import { goesWithSomeone, receivingOf } from '#custody/rules/receivers.ts';
import { reasonDue } from '#custody/rules.ts';
import { HandOver, Stated } from '#custody/schema.ts';
import { flatPng } from '#custody/signature.ts';
import { Conflict, command, type Sent } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { paperDateTime } from '#platform/print/dates.ts';
import { type Problem, problem } from '#platform/problems.ts';

/** One custodian gives, another takes: two sides, a time, the condition, the belongings, the basis and who signed. */
export const handOver = command({
  name: 'custody/hand-over',
  summary: 'Hand a person over, or end the custody',
  may: custodyRoles,
  input: HandOver,
  result: Stated,
  audit: (input, result) => ({
    act: 'custody.handed-over',
    on: { kind: 'handover', id: input.handoverId },
    persons: [result.personId],
    detail: { ...statedDetail(input.endKind, result), supervisorDecided: Boolean(input.supervisorReason) },
  }),
  run: async (tx, viewer, input, sent) => {
    const from = await lockInterval(tx, input.custodyId);
    if (!from) throw await handedOverOrHidden(tx, viewer, input.custodyId);
    await requireInChain(tx, viewer, from);
    await requireHandOver(tx, viewer, from.person_id);
    if (from.set_aside) throw problem('custody-over');
    const at = momentOf(input.at, sent, from.started_at);
    const passing = await passingOf(tx, viewer, { input, from, at, sent });
    await keepBelongings(tx, viewer, {
      personId: from.person_id,
      custodyId: from.custody_id,
      items: input.belongings,
      at,
    });
    await returnNow(tx, viewer, { ids: input.returned ?? [], personId: from.person_id, at });
    // A custody that already ended was handed over on another phone: this statement waits beside the other.
    const disputed =
      from.ended_at !== null ||
      (await unlessRefused(
        tx,
        'custody_one_custodian',
        () => stateHandover(tx, { ...passing, disputed: false }).then(() => false),
        () => Promise.resolve(true),
      ));
    if (disputed) await stateHandover(tx, { ...passing, disputed: true });
    const result = {
      custodyId: passing.to?.custodyId ?? null,
      handoverId: input.handoverId,
      number: handoverNumber(input.handoverId, dayOf(viewer, at)),
      disputed,
      personId: from.person_id,
    };
    return disputed ? new Conflict(result) : result;
  },
});

// A desk loses the child with the hand-over, so that to a colleague who states it once more the child would not exist.
async function handedOverOrHidden(tx: Tx, viewer: Viewer, custodyId: string): Promise<Problem> {
  const ended = await findOwnEnded(tx, custodyId);
  if (!ended) return problem('not-found');
  const { endKind, endedAt, agencyCode } = ended;
  const day = dayOf(viewer, endedAt);
  const word = (await codesOn(tx, 'custody_end', day)).get(endKind);
  const agency = (await listAgencies(tx, day)).find((it) => it.agencyCode === agencyCode);
  const english = viewer.locale === 'en';
  const names = [english ? word?.en : word?.id, english ? agency?.nameEn : agency?.nameId];
  return problem('custody-handed-over', {
    endKind,
    agencyCode,
    endedAt: endedAt.toISOString(),
    to: names.filter(Boolean).join(', '),
    at: paperDateTime(endedAt, { locale: viewer.locale, timeZone: viewer.city.timeZone }),
  });
}

type Stating = {
  readonly input: HandOver;
  readonly from: Interval;
  readonly at: Date;
  readonly sent: Sent;
};

/** Everything that has to be in order before the statement is written; each refusal is tied to its field. */
async function passingOf(tx: Tx, viewer: Viewer, stating: Stating): Promise<Omit<Passing, 'disputed'>> {
  const { input, from, at, sent } = stating;
  const day = dayOf(viewer, at);
  const end = await requireCode(tx, { list: 'custody_end', code: input.endKind, day, field: 'endKind' });
  await requireCode(tx, { list: 'condition', code: input.condition, day, field: 'condition' });
  await requireCode(tx, { list: 'handover_basis', code: input.basis, day, field: 'basis' });
  const [held] = (await readHeld(tx, viewer, [from], sent.world)).facts;
  if (!held) throw problem('not-found');
  const child = held.held.ageClass !== 'ADULT';
  if (end.extra.adultOnly && child)
    throw problem(held.held.ageContested ? 'age-contested' : 'end-only-for-adults', { field: 'endKind' });
  const to = await nextCustodian(tx, { end, child, day, input, own: viewer.agencyCode });
  const kinship = await requireReceiver(tx, { end, child, input, agencyCode: to?.agencyCode ?? null, day });
  if (input.supervisorReason) requireSupervisor(viewer, 'supervisorReason');
  if (child && end.extra.statementLetter && !input.statementLetter)
    throw problem('statement-letter-missing', { field: 'statementLetter' });
  if (child && goesWithSomeone(receivingOf(end.extra), kinship))
    await guardHome(tx, {
      keys: sent.world.keys,
      aliases: held.aliases,
      since: new Date(held.held.firstContactAt),
      kinship,
      input,
    });
  await requireHoldReason(tx, { ...stating, hold: held.hold, day });
  return {
    input,
    from,
    at,
    to,
    giverStaffId: input.giverStaffId ?? (input.giverName ? null : viewer.staffId),
    giverSignature: signatureOf(input.giverSignature, 'giverSignature'),
    receiverSignature: signatureOf(input.receiverSignature, 'receiverSignature'),
  };
}

function signatureOf(drawn: string | undefined, field: string): Buffer | null {
  if (drawn === undefined) return null;
  const picture = flatPng(drawn);
  if (!picture) throw problem('signature-not-flat-png', { field });
  return picture;
}

async function nextCustodian(
  tx: Tx,
  wanted: { end: CodeLabel; child: boolean; day: string; input: HandOver; own: string },
): Promise<Passing['to']> {
  const { end, child, day, input, own } = wanted;
  if (typeof end.extra.to !== 'string') return null;
  const kind = await requireCode(tx, { list: 'custodian_kind', code: end.extra.to, day, field: 'endKind' });
  if (!input.toCustodyId) throw problem('field-missing', { field: 'toCustodyId' });
  const facility = await facilityReasonOf(tx, {
    asks: Boolean(end.extra.asksReasonWithoutOffence),
    child,
    day,
    input,
  });
  return {
    custodyId: input.toCustodyId,
    kind: kind.code,
    agencyCode: await requireCustodian(tx, { kind, agencyCode: input.agencyCode, day, own }),
    ...facility,
  };
}

/** Whoever held a child longer than the hand-over needed says why, at the latest now. */
async function requireHoldReason(
  tx: Tx,
  facts: Stating & { hold: Parameters<typeof reasonDue>[0] | null; day: string },
): Promise<void> {
  const { input, hold, at, day, from } = facts;
  const due = hold !== null && from.ended_at === null && reasonDue(hold, at.toISOString());
  if (due && !input.holdReason)
    throw problem('hold-reason-missing', { field: 'holdReason', since: hold.reasonFrom });
  if (!input.holdReason) return;
  const words = { text: input.holdNote, field: 'holdNote' };
  await requireCode(tx, { list: 'hold_reason', code: input.holdReason, day, field: 'holdReason', words });
  await giveHoldReason(tx, { from, reason: input.holdReason, note: input.holdNote ?? '', until: at, at });
}
