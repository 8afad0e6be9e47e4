import { Type } from 'typebox';
import { cityDate } from '#platform/calendar.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';
import { PageOf, Uuid } from '#platform/schemas.ts';
import { askers, needReaders, rosterReaders } from '#services/access.ts';
import { complainOfProgramme } from '#services/commands/complain.ts';
import { askChild, keepOutcome, leaveProgramme } from '#services/commands/enrolments.ts';
import { cancelProgramme, changeProgramme, planProgramme } from '#services/commands/programmes.ts';
import { keepAttendance, planSession } from '#services/commands/sessions.ts';
import { readSynchronisation } from '#services/queries/need.ts';
import { findProgramme, listProgrammes, openProgramme } from '#services/queries/programmes.ts';
import { listCandidates, readRoster } from '#services/queries/roster.ts';
import {
  Candidates,
  Programme,
  ProgrammeLine,
  ProgrammeQuery,
  Roster,
  Synchronisation,
} from '#services/schema.ts';

const OfProgramme = Type.Object({ programmeId: Uuid });

export const routes: readonly Route[] = [
  query({
    path: '/programmes',
    summary: 'Programmes of the city, its kecamatan and its partners',
    may: staffRoles,
    input: ProgrammeQuery,
    result: PageOf(ProgrammeLine),
    run: async (tx, viewer, { after, ...wanted }, world) => {
      const key = readCursor(after, ['startsOn', 'programmeId']);
      const day = cityDate(world.now(), viewer.city.timeZone);
      const found = await listProgrammes(tx, { ...wanted, after: key }, day);
      return {
        show: pageOf(found, ({ startsOn, programmeId }) => ({ startsOn, programmeId })),
        audit: [],
      };
    },
  }),
  query({
    path: '/programmes/need',
    summary: 'Children met in twelve months by kecamatan, against the programmes that reach it',
    may: needReaders,
    input: Type.Object({}),
    result: Synchronisation,
    run: async (tx, viewer, _input, world) => ({
      show: await readSynchronisation(tx, viewer, world),
      audit: [],
    }),
  }),
  query({
    path: '/programmes/:programmeId',
    summary: 'One programme: owner, partners, areas, days, places, money',
    may: staffRoles,
    input: OfProgramme,
    result: Programme,
    run: async (tx, viewer, { programmeId }, world) => {
      const found = await openProgramme(tx, viewer, programmeId, world);
      if (!found) throw problem('not-found');
      return { show: found, audit: [] };
    },
  }),
  query({
    path: '/programmes/:programmeId/places',
    summary: 'The places of a programme; the child beside it only for whoever has a standing',
    may: rosterReaders,
    input: OfProgramme,
    result: Roster,
    run: async (tx, viewer, { programmeId }, world) => {
      const programme = await findProgramme(tx, programmeId);
      if (!programme) throw problem('not-found');
      const { items, shown } = await readRoster(tx, viewer, programme, world);
      return {
        show: { items },
        audit: [{ act: 'places.listed', on: { kind: 'programme', id: programmeId }, persons: shown }],
      };
    },
  }),
  query({
    path: '/programmes/:programmeId/candidates',
    summary: 'Children of my cases or in my custody who may be asked',
    may: askers,
    input: OfProgramme,
    result: Candidates,
    run: async (tx, viewer, { programmeId }, world) => {
      const { items, shown } = await listCandidates(tx, viewer, programmeId, world);
      return {
        show: { items },
        audit: [{ act: 'candidates.listed', on: { kind: 'programme', id: programmeId }, persons: shown }],
      };
    },
  }),
  accepts(planProgramme),
  accepts(changeProgramme),
  accepts(cancelProgramme),
  accepts(planSession),
  accepts(keepAttendance),
  accepts(askChild),
  accepts(leaveProgramme),
  accepts(keepOutcome),
  accepts(complainOfProgramme),
];
