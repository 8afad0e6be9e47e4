import { uuidv7 } from '#platform/uuid.ts';

/** The input of encounters/record for a child who gave no name: the least that is taken, with ids of its own. */
export const metChild = (changes: Record<string, unknown> = {}) => ({
  encounterId: uuidv7(),
  personId: uuidv7(),
  known: false,
  approach: 'WALK_IN',
  activity: 'BUSKING',
  locationType: 'MARKET',
  areaCode: '13.71.09.1007',
  sex: 'male',
  assessedLow: 13,
  assessedHigh: 15,
  needs: [],
  companions: [],
  ...changes,
});
