import type { ActionState, ReportedState } from '#meetings/schema/follow-up.ts';

/** Whether nothing more is expected of an action. */
export function isClosed(state: ActionState): boolean {
  return state === 'done' || state === 'cancelled';
}

/** Whether an action is past its day, which itself is still in time. */
export function isLate(action: { dueOn: string | null; state: ActionState }, today: string): boolean {
  return action.dueOn !== null && action.dueOn < today && !isClosed(action.state);
}

/** What a report must hold for what it says, as the field that lacks it; null when it holds together. */
export function whatReportLacks(report: {
  state: ReportedState;
  progress: number;
  obstacle: string;
}): 'obstacle' | 'progress' | null {
  if (report.state === 'stuck' && report.obstacle.trim() === '') return 'obstacle';
  if (report.state === 'done' && report.progress !== 100) return 'progress';
  if (report.state === 'not_started' && report.progress !== 0) return 'progress';
  if (report.state === 'in_progress' && report.progress === 100) return 'progress';
  return null;
}

/** Open and late actions are counted up to here. */
export const countedActions = 100;
