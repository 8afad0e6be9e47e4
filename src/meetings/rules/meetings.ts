import type { MeetingKind } from '#meetings/schema/meetings.ts';
import type { StaffRole } from '#platform/roles.ts';

/** The longest a meeting lasts, in days. */
export const longestDays = 14;

// What each role calls. A conference speaks of children: only who has cases calls one.
const kindsByRole: Partial<Record<StaffRole, readonly MeetingKind[]>> = {
  coordinator: ['RAKOR', 'EVALUATION', 'TECHNICAL'],
  supervisor: ['CASE_CONFERENCE'],
  social_worker: ['CASE_CONFERENCE'],
};

/** The kinds of meeting that a role calls. */
export function kindsFor(role: StaffRole): readonly MeetingKind[] {
  return kindsByRole[role] ?? [];
}
