import { Type } from 'typebox';
import { requireAbility } from '#persons/access.ts';
import { standingsTowards } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Cursor, Uuid } from '#platform/schemas.ts';
import type { World } from '#platform/world.ts';
import {
  acceptReferral,
  completeReferral,
  declineReferral,
  withdrawReferral,
} from '#referrals/commands/answer.ts';
import { pauseReferral, resumeReferral } from '#referrals/commands/pause.ts';
import { sendReferral } from '#referrals/commands/send.ts';
import { referralLetter } from '#referrals/letter.ts';
import { countBreaches, listBreaches } from '#referrals/queries/breaches.ts';
import {
  countReferrals,
  type FoundReferral,
  listCaseReferrals,
  listReferrals,
  presentReferrals,
  type Side,
} from '#referrals/queries/lists.ts';
import { openReferral } from '#referrals/queries/one.ts';
import { findCaseToRefer, referralOptions } from '#referrals/queries/options.ts';
import {
  BreachList,
  type QueueView,
  ReferralItem,
  ReferralList,
  ReferralListQuery,
  ReferralOptions,
  ReferralRecord,
} from '#referrals/schema.ts';

const team = ['social_worker', 'supervisor'] as const;
const desks = ['partner_desk', 'custody_desk', 'area_desk', ...team] as const;

/** A page of one side's list, with its counts and the audit row of whose identity it showed. */
async function showList(
  tx: Tx,
  viewer: Viewer,
  world: World,
  { side, input }: { side: Side; input: { show?: QueueView; after?: string } },
) {
  const show = input.show ?? 'waiting';
  const after = readCursor(input.after, ['at', 'referralId']);
  const page = pageOf(await listReferrals(tx, viewer, { side, show, after }), (row) => keyOf(row, show));
  const { items, shown } = await presentReferrals(tx, viewer, page.items, world);
  const counts = await countReferrals(tx, viewer, side, world.now());
  return {
    show: { items, next: page.next, counts },
    audit: [{ act: 'referrals.listed', persons: shown, detail: { list: side, show } }],
  };
}

function keyOf(row: FoundReferral, show: QueueView) {
  const at = show === 'closed' ? row.closed_at : row.due_at;
  return { at: at?.toISOString() ?? '', referralId: row.referral_id };
}

/** The case, for somebody of its team. */
async function requireCase(tx: Tx, viewer: Viewer, caseId: string) {
  const it = await findCaseToRefer(tx, caseId);
  if (!it) throw problem('not-found');
  requireAbility(viewer, await standingsTowards(tx, viewer, it.person_id), 'refer');
  return it;
}

export const routes: readonly Route[] = [
  query({
    path: '/referrals/queue',
    summary: 'Referrals in the queue of my agency, by their clock',
    may: desks,
    input: ReferralListQuery,
    result: ReferralList,
    run: (tx, viewer, input, world) => showList(tx, viewer, world, { side: 'toMe', input }),
  }),
  query({
    path: '/referrals/sent',
    summary: 'Referrals that my unit sent for its cases, by their clock',
    may: team,
    input: ReferralListQuery,
    result: ReferralList,
    run: (tx, viewer, input, world) => showList(tx, viewer, world, { side: 'fromMe', input }),
  }),
  query({
    path: '/referrals/breaches',
    summary: 'Referrals past their due time, by the agency asked; initials only',
    may: ['coordinator', 'supervisor'],
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: BreachList,
    run: async (tx, viewer, input, world) => {
      const after = readCursor(input.after, ['at', 'referralId']);
      const page = pageOf(await listBreaches(tx, after), (row) => keyOf(row, 'waiting'));
      const { items, shown } = await presentReferrals(tx, viewer, page.items, world);
      return {
        show: { agencies: await countBreaches(tx), items, next: page.next },
        audit: [{ act: 'referrals.breaches-listed', persons: shown }],
      };
    },
  }),
  query({
    path: '/referrals/:referralId',
    summary: 'One referral, as the viewer may see it',
    may: [...desks, 'coordinator'],
    input: Type.Object({ referralId: Uuid }),
    result: ReferralRecord,
    run: async (tx, viewer, input, world) => {
      const record = await openReferral(tx, viewer, input.referralId, world);
      const { person, standing } = record.referral;
      return {
        show: record,
        audit: [
          {
            act: 'referral.opened',
            on: { kind: 'referral', id: input.referralId },
            persons: person ? [person.personId] : [],
            detail: { as: standing },
          },
        ],
      };
    },
  }),
  query({
    path: '/cases/:caseId/referrals',
    summary: 'The referrals of a case',
    may: team,
    input: Type.Object({ caseId: Uuid }),
    result: Type.Object({ items: Type.Array(ReferralItem) }),
    run: async (tx, viewer, input, world) => {
      const it = await requireCase(tx, viewer, input.caseId);
      const { items, shown } = await presentReferrals(
        tx,
        viewer,
        await listCaseReferrals(tx, it.case_id),
        world,
      );
      return {
        show: { items },
        audit: [{ act: 'referrals.listed', on: { kind: 'case', id: it.case_id }, persons: shown }],
      };
    },
  }),
  query({
    path: '/cases/:caseId/referral-options',
    summary: 'What a new referral of a case may ask, of whom, and what each field would show',
    may: team,
    input: Type.Object({ caseId: Uuid }),
    result: ReferralOptions,
    run: async (tx, viewer, input, world) => {
      const it = await requireCase(tx, viewer, input.caseId);
      return {
        show: await referralOptions(tx, viewer, it, world),
        audit: [{ act: 'referral.prepared', on: { kind: 'case', id: it.case_id }, persons: [it.person_id] }],
      };
    },
  }),
  printPage({
    path: '/referrals/:referralId/letter',
    summary: 'The letter of a referral, with its reply slip',
    may: desks,
    input: Type.Object({ referralId: Uuid }),
    run: async (tx, viewer, input, world) => {
      const { paper, record } = await referralLetter(tx, viewer, input.referralId, world);
      const { person } = record.referral;
      return {
        show: paper,
        audit: [
          {
            act: 'referral.letter-printed',
            on: { kind: 'referral', id: input.referralId },
            persons: person ? [person.personId] : [],
          },
        ],
      };
    },
  }),
  accepts(sendReferral),
  accepts(acceptReferral),
  accepts(declineReferral),
  accepts(completeReferral),
  accepts(withdrawReferral),
  accepts(pauseReferral),
  accepts(resumeReferral),
];
