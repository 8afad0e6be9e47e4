import { Type } from 'typebox';
import { openDesk } from '#agencies/queries/desk.ts';
import { custodyRoles, mayInCustody } from '#custody/access.ts';
import {
  answerComplaint,
  askFears,
  complain,
  explainGap,
  handOver,
  holdLonger,
  recordStep,
  returnBelonging,
  settleCustody,
  takeIn,
} from '#custody/commands.ts';
import { watchListPage } from '#custody/papers/pages.ts';
import { paper } from '#custody/papers/routes.ts';
import {
  countHeld,
  listAwaiting,
  listHeldNow,
  listKept,
  listOwnPapers,
  medianOfWeek,
} from '#custody/queries/board.ts';
import { listChains, requireInChain } from '#custody/queries/chains.ts';
import { listComplaints } from '#custody/queries/complaints.ts';
import { listDisputedPersons, readDisputes } from '#custody/queries/disputes.ts';
import { readHeld } from '#custody/queries/held.ts';
import { readRecord } from '#custody/queries/record.ts';
import { findInterval, handoverOf, type Interval, listRecentHandovers } from '#custody/queries/rows.ts';
import { complaintReaders } from '#custody/rules.ts';
import {
  Awaiting,
  Board,
  Complaint,
  CustodyRecord,
  Dispute,
  KeptBelonging,
  OwnPaper,
  RecentHandover,
} from '#custody/schema/reads.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Cursor, PageOf, Uuid } from '#platform/schemas.ts';

const After = Type.Object({ after: Type.Optional(Cursor) });

const deskRoles = ['custody_desk', 'social_worker', 'supervisor'] as const;

const heldKey = (row: Interval) => ({
  at: row.first_contact_at.toISOString(),
  custodyId: row.custody_id,
});

export const routes: readonly Route[] = [
  query({
    path: '/custody/board',
    summary: 'Who is held now by the viewer’s agency, or by the team of a field officer, against the limit',
    may: custodyRoles,
    input: After,
    result: Board,
    run: async (tx, viewer, input, world) => {
      const found = await listHeldNow(tx, viewer, readCursor(input.after, ['at', 'custodyId']));
      const page = pageOf(found, heldKey);
      const { facts, shown, limit } = await readHeld(tx, viewer, page.items, world);
      return {
        show: {
          agencyCode: viewer.agencyCode,
          limit,
          counts: await countHeld(tx, viewer, world),
          week: await medianOfWeek(tx, world.now()),
          items: facts.map((it) => it.held),
          next: page.next,
        },
        audit: [{ act: 'custody.listed', persons: shown }],
      };
    },
  }),
  printPage({
    path: '/custody/board/print',
    summary: 'The custody list on paper, for the change of the watch',
    may: deskRoles,
    input: Type.Object({}),
    run: async (tx, viewer, _input, world) => {
      const { facts, shown, limit } = await readHeld(tx, viewer, await listHeldNow(tx, viewer, null), world);
      const desk = await openDesk(tx, viewer, world);
      return {
        show: watchListPage(
          desk,
          facts.map((it) => it.held),
          limit,
        ),
        audit: [{ act: 'custody.list-printed', persons: shown }],
      };
    },
  }),
  query({
    path: '/custody/awaiting',
    summary: 'Persons the viewer’s team met for whom nobody answers yet',
    may: custodyRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(Awaiting) }),
    run: async (tx, viewer, _input, world) => {
      const { items, shown } = await listAwaiting(tx, viewer, world);
      return { show: { items }, audit: [{ act: 'custody.awaiting-listed', persons: shown }] };
    },
  }),
  query({
    path: '/custody/disputed',
    summary: 'Two custodians stated at one time',
    may: custodyRoles,
    input: After,
    result: PageOf(Dispute),
    run: async (tx, viewer, input, world) => {
      const after = readCursor(input.after, ['personId'])?.personId ?? '00000000-0000-0000-0000-000000000000';
      const page = pageOf(await listDisputedPersons(tx, viewer, after), (personId) => ({ personId }));
      const { items, shown } = await readDisputes(tx, viewer, page.items, world);
      return {
        show: { items, next: page.next },
        audit: [{ act: 'custody.disputes-listed', persons: shown }],
      };
    },
  }),
  query({
    path: '/custody/recent',
    summary: 'Hand-overs of thirty days of those the viewer has a standing towards',
    may: custodyRoles,
    input: After,
    result: PageOf(RecentHandover),
    run: async (tx, viewer, input, world) => {
      const after = readCursor(input.after, ['at', 'handoverId']);
      const found = await listRecentHandovers(tx, viewer.lock.personStanding, after);
      const page = pageOf(found, (row) => ({
        at: row.occurredAt.toISOString(),
        handoverId: row.handoverId,
      }));
      const ids = [...new Set(page.items.map((row) => row.personId))];
      const known = await findPersons(tx, viewer, ids);
      const chains = await listChains(tx, viewer, known);
      const rows = page.items.filter(
        (row) => chains.has(row.fromCustodyId ?? '') || chains.has(row.toCustodyId ?? ''),
      );
      const told = known.filter((one) => rows.some((row) => row.personId === one.person_id));
      const { persons, shown } = await disclosePersons(tx, viewer, told, world);
      const items = rows.flatMap((row) => {
        const person = persons.find((it) => it.personId === row.personId);
        const held = told.find((it) => it.person_id === row.personId)?.standings ?? [];
        return person ? [{ person, handover: handoverOf(row, mayInCustody(viewer, held, 'readFears')) }] : [];
      });
      return {
        show: { items, next: page.next },
        audit: [{ act: 'custody.handovers-listed', persons: shown }],
      };
    },
  }),
  query({
    path: '/custody/papers',
    summary: 'One’s own acts of two hours whose papers may still be printed',
    may: custodyRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(OwnPaper) }),
    run: async (tx, viewer) => ({ show: { items: await listOwnPapers(tx, viewer) }, audit: [] }),
  }),
  query({
    path: '/custody/belongings',
    summary: 'What the viewer’s agency keeps and has to give back',
    may: deskRoles,
    input: After,
    result: PageOf(KeptBelonging),
    run: async (tx, _viewer, input) => {
      const page = pageOf(await listKept(tx, readCursor(input.after, ['day', 'belongingId'])), (row) => ({
        day: row.returnDue ?? 'infinity',
        belongingId: row.belongingId,
      }));
      return { show: page, audit: [] };
    },
  }),
  query({
    path: '/custody/complaints',
    summary: 'Complaints that the viewer’s agency reads, from outside the unit they are about',
    may: complaintReaders,
    input: After,
    result: PageOf(Complaint),
    run: async (tx, viewer, input) => {
      const after = readCursor(input.after, ['at', 'complaintId']);
      const page = pageOf(await listComplaints(tx, viewer, after), (row) => ({
        at: row.recordedAt,
        complaintId: row.complaintId,
      }));
      return {
        show: page,
        audit: page.items.map((it) => ({
          act: 'complaint.read',
          on: { kind: 'complaint', id: it.complaintId },
        })),
      };
    },
  }),
  query({
    path: '/custody/:custodyId',
    summary: 'One custody with its chain, hand-overs, steps and belongings',
    may: custodyRoles,
    input: Type.Object({ custodyId: Uuid }),
    result: CustodyRecord,
    run: async (tx, viewer, input, world) => {
      const interval = await requireInChain(tx, viewer, await findInterval(tx, input.custodyId));
      const read = await readRecord(tx, viewer, interval, world);
      if (!read) throw problem('not-found');
      const persons = [interval.person_id];
      const on = { kind: 'custody', id: input.custodyId };
      return {
        show: read.record,
        audit: [
          { act: 'custody.opened', on, persons },
          ...(read.fearsShown ? [{ act: 'custody.fears-read', on, persons }] : []),
        ],
      };
    },
  }),
  paper('record', 'The record of a hand-over on paper'),
  paper('letter', 'The statement letter of whoever takes a child home'),
  accepts(takeIn),
  accepts(handOver),
  accepts(recordStep),
  accepts(askFears),
  accepts(holdLonger),
  accepts(explainGap),
  accepts(settleCustody),
  accepts(returnBelonging),
  accepts(complain),
  accepts(answerComplaint),
];
