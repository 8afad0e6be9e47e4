import { Type } from 'typebox';
import { requireInCase } from '#cases/access.ts';
import { answerAlert, closeCase, reopenCase, visitAfterwards } from '#cases/commands/close.ts';
import { breakGlass, reviewBreakGlass } from '#cases/commands/glass.ts';
import { assignCase, handOnCases, joinCase, leaveCase, openCase } from '#cases/commands/open.ts';
import { addPlanLine, changePlanLine, endPlanLine } from '#cases/commands/plan.ts';
import { openSealed, sealField } from '#cases/commands/sealed.ts';
import { addNote, assessCase, changeRisk, moveStage } from '#cases/commands/work.ts';
import { listAlerts, listBrokenGlass, listDueVisits } from '#cases/queries/alerts.ts';
import { type CaseRow, findCase, findCasesOf } from '#cases/queries/find.ts';
import { cursorOf, discloseCases, listCases } from '#cases/queries/list.ts';
import { openCasePage } from '#cases/queries/page.ts';
import { listHistory, listWhoLooked } from '#cases/queries/trail.ts';
import { OpenSealed } from '#cases/schema/acts.ts';
import {
  BrokenGlassList,
  CaseAlerts,
  CaseHistory,
  CaseLine,
  CaseList,
  CasePage,
  caseStates,
  DueVisits,
  orders,
  type Scope,
  SealedOpened,
  scopes,
  WhoLooked,
} from '#cases/schema/reads.ts';
import { standingsTowards } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { accepts, look, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';
import { Cursor, Day, OneOf, Uuid } from '#platform/schemas.ts';

const team = ['social_worker', 'supervisor'] as const;
const caseRoles = [...team, 'custody_desk', 'partner_desk', 'area_desk', 'coordinator'] as const;

/** Which lists of cases a role has; the first is its own. */
const scopesOf: Partial<Record<StaffRole, readonly [Scope, ...Scope[]]>> = {
  social_worker: ['mine', 'shared'],
  supervisor: ['unit', 'mine', 'shared'],
  coordinator: ['city'],
  custody_desk: ['shared'],
  partner_desk: ['shared'],
  area_desk: ['shared'],
};

function scopeFor(viewer: Viewer, wanted: Scope | undefined): Scope {
  const own = scopesOf[viewer.role] ?? ['shared'];
  if (!wanted) return own[0];
  if (!own.includes(wanted)) throw problem('not-allowed', { field: 'scope' });
  return wanted;
}

/** The case, when it exists for the viewer and may be looked into further. */
async function caseForTeam(tx: Tx, viewer: Viewer, caseId: string): Promise<CaseRow> {
  const row = await findCase(tx, caseId);
  if (!row) throw problem('not-found');
  requireInCase(viewer, await standingsTowards(tx, viewer, row.person_id), 'history');
  return row;
}

const reads: readonly Route[] = [
  query({
    path: '/cases',
    summary: 'Cases the viewer has a standing towards, by what is due first or changed last',
    may: caseRoles,
    input: Type.Object({
      scope: Type.Optional(OneOf(scopes)),
      state: Type.Optional(OneOf(caseStates)),
      order: Type.Optional(OneOf(orders)),
      worker: Type.Optional(Uuid),
      dueUntil: Type.Optional(Day),
      after: Type.Optional(Cursor),
    }),
    result: CaseList,
    run: async (tx, viewer, input, world) => {
      const order = input.order ?? 'due';
      const rows = await listCases(tx, viewer, {
        scope: scopeFor(viewer, input.scope),
        state: input.state ?? 'open',
        order,
        workerId: input.worker,
        dueUntil: input.dueUntil,
        after: readCursor(input.after, ['at', 'caseId']),
      });
      const page = pageOf(rows, (row) => cursorOf(order, row));
      const { lines, shown } = await discloseCases(tx, viewer, page.items, world);
      return { show: { items: lines, next: page.next }, audit: [{ act: 'cases.listed', persons: shown }] };
    },
  }),
  query({
    path: '/persons/:personId/cases',
    summary: 'The cases of one person, the latest first',
    may: caseRoles,
    input: Type.Object({ personId: Uuid }),
    result: Type.Object({ items: Type.Array(CaseLine) }),
    run: async (tx, viewer, input, world) => {
      const rows = await findCasesOf(tx, input.personId);
      const { lines, shown } = await discloseCases(tx, viewer, rows, world);
      return { show: { items: lines }, audit: [{ act: 'cases.listed', persons: shown }] };
    },
  }),
  query({
    path: '/cases/:caseId',
    summary: 'One case, as the viewer may know it',
    may: caseRoles,
    input: Type.Object({ caseId: Uuid }),
    result: CasePage,
    run: async (tx, viewer, input, world) => {
      const row = await findCase(tx, input.caseId);
      if (!row) throw problem('not-found');
      const show = await openCasePage(tx, viewer, row, world);
      return {
        show,
        audit: [
          {
            act: 'case.read',
            on: { kind: 'case', id: row.case_id },
            persons: [row.person_id],
            detail: { as: show.standing },
          },
        ],
      };
    },
  }),
  query({
    path: '/cases/:caseId/history',
    summary: 'Earlier versions of a case and its plan',
    may: team,
    input: Type.Object({ caseId: Uuid }),
    result: CaseHistory,
    run: async (tx, viewer, input) => {
      const row = await caseForTeam(tx, viewer, input.caseId);
      const audit = [{ act: 'case.history-read', persons: [row.person_id] }];
      return { show: { items: await listHistory(tx, row), next: null }, audit };
    },
  }),
  query({
    path: '/cases/:caseId/looked',
    summary: 'Who saw or changed anything of the child of a case',
    may: team,
    input: Type.Object({ caseId: Uuid, after: Type.Optional(Cursor) }),
    result: WhoLooked,
    run: async (tx, viewer, input) => {
      const row = await caseForTeam(tx, viewer, input.caseId);
      const key = readCursor(input.after, ['id']);
      if (key && !/^\d{1,18}$/.test(key.id)) throw problem('input-invalid', { field: 'after' });
      const found = await listWhoLooked(tx, row.person_id, key?.id ?? null);
      const page = pageOf(found, (it) => ({ id: it.key }));
      return { show: page, audit: [] };
    },
  }),
  look({
    path: '/cases/sealed',
    summary: 'Open one sealed part of a case, with the reason',
    may: team,
    input: OpenSealed,
    result: SealedOpened,
    run: async (tx, viewer, input, world) => {
      const { opened, personId } = await openSealed(tx, viewer, { input, world });
      return {
        show: opened,
        audit: [
          {
            act: 'case.sealed-opened',
            on: { kind: 'case', id: input.caseId },
            persons: [personId],
            detail: { kind: input.kind, entries: opened.entries.length },
          },
        ],
      };
    },
  }),
];

const worklists: readonly Route[] = [
  query({
    path: '/case-alerts',
    summary: 'Children met again whose case is closed, and emergency openings, of the viewer’s cases',
    may: team,
    input: Type.Object({}),
    result: CaseAlerts,
    run: async (tx, viewer, _input, world) => {
      const { items, shown } = await listAlerts(tx, viewer, world);
      return { show: { items }, audit: [{ act: 'alerts.listed', persons: shown }] };
    },
  }),
  query({
    path: '/aftercare-visits',
    summary: 'Aftercare visits that are still to be made',
    may: [...team, 'area_desk'],
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: DueVisits,
    run: async (tx, viewer, input, world) => {
      const after = readCursor(input.after, ['at', 'visitId']);
      const { items, shown } = await listDueVisits(tx, viewer, { after, world });
      const page = pageOf(items, (it) => ({ at: it.dueOn, visitId: it.visitId }));
      return { show: page, audit: [{ act: 'visits.listed', persons: shown }] };
    },
  }),
  query({
    path: '/break-glass',
    summary: 'Emergency openings: one’s own, and those to review',
    may: [...team, 'data_protection_officer'],
    input: Type.Object({
      state: Type.Optional(OneOf(['waiting', 'reviewed'] as const)),
      after: Type.Optional(Cursor),
    }),
    result: BrokenGlassList,
    run: async (tx, _viewer, input) => {
      const after = readCursor(input.after, ['at', 'breakId']);
      const { rows, keys } = await listBrokenGlass(tx, input.state ?? 'waiting', after);
      const keyOf = new Map(keys.map((key) => [key.breakId, key]));
      return { show: pageOf(rows, (it) => keyOf.get(it.breakId) ?? { at: '', breakId: '' }), audit: [] };
    },
  }),
];

const acts: readonly Route[] = [
  accepts(openCase),
  accepts(assignCase),
  accepts(handOnCases),
  accepts(joinCase),
  accepts(leaveCase),
  accepts(changeRisk),
  accepts(moveStage),
  accepts(assessCase),
  accepts(addNote),
  accepts(addPlanLine),
  accepts(changePlanLine),
  accepts(endPlanLine),
  accepts(closeCase),
  accepts(reopenCase),
  accepts(answerAlert),
  accepts(visitAfterwards),
  accepts(sealField),
  accepts(breakGlass),
  accepts(reviewBreakGlass),
];

export const routes: readonly Route[] = [...reads, ...worklists, ...acts];
