import { type Static, Type } from 'typebox';
import { CaseLine } from '#cases/schema/reads.ts';
import { Uuid } from '#platform/schemas.ts';

/** The cases a conference speaks of, as far as the viewer has a standing towards the child of each. */
export const ConferenceCases = Type.Object({ items: Type.Array(CaseLine) });
export type ConferenceCases = Static<typeof ConferenceCases>;

export const ConferenceCase = Type.Object({ meetingId: Uuid, caseId: Uuid }, { additionalProperties: false });
export const ConferenceResult = Type.Object({ meetingId: Uuid, caseId: Uuid, personId: Uuid });
