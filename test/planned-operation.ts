import { uuidv7 } from '#platform/uuid.ts';

/** The input of operations/plan for an evening's outreach of these people, with an id of its own. */
export const plannedOperation = (team: readonly string[], changes: Record<string, unknown> = {}) => ({
  operationId: uuidv7(),
  kind: 'OUTREACH',
  title: 'Kuranji Malam',
  leadAgency: 'SATPOL_PP',
  partnerAgencies: [],
  plannedFrom: '2026-11-24T13:00:00Z',
  plannedTo: '2026-11-24T16:00:00Z',
  team,
  sites: [{ areaCode: '13.71.09.1007', locationType: 'TRAFFIC_LIGHT', place: 'Simpang Balai Baru' }],
  legalBases: ['perwako-41-2017'],
  instruction: '',
  ...changes,
});
