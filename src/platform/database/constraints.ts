import { Problem, problem } from '#platform/problems.ts';

// A named constraint that the database refused by, and the problem it means; so a race that the code missed still
// reads well. Slices add theirs beside their commands.
const meanings: Record<string, { code: string; field?: string }> = {
  command_log_pkey: { code: 'command-id-reused' },
};

/** Declares what a constraint's refusal means. */
export function constraintsOf(table: Record<string, { code: string; field?: string }>): void {
  Object.assign(meanings, table);
}

/**
 * Runs a statement. What a constraint refuses is tied to the field its meaning names; where that field lies deeper in
 * what was sent, or has another name there, `as` says so.
 */
export async function tiedTo<T>(work: Promise<T>, as: (field: string) => string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const meant = asProblem(error);
    if (!(meant instanceof Problem) || !meant.details.field) throw error;
    throw problem(meant.code, { ...meant.details, field: as(meant.details.field) });
  }
}

type DatabaseError = Error & { code?: string; constraint?: string; detail?: string; column?: string };

/** Turns a refusal of the database into the problem it means; anything else passes unchanged. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const it: DatabaseError = error;
  if (it.constraint && meanings[it.constraint]) {
    const { code, field } = meanings[it.constraint] ?? { code: 'unexpected' };
    return problem(code, field ? { field } : {});
  }
  if (it.code === 'RK001')
    return problem('code-not-valid', { list: it.detail ?? '', field: fieldOfList(it.detail ?? '') });
  if (it.code === '42501' && it.message.includes('row-level security')) return problem('not-found');
  if (unreadable.has(it.code ?? '')) return problem('input-invalid');
  if (it.code === '53100') return problem('storage-full');
  // Every connection of the pool is at work, and this request waited its time for one.
  if (it.message.startsWith('timeout exceeded when trying to connect')) return problem('busy-try-again');
  if (it.code === '57014' || it.code === '55P03' || it.code === '53300') return problem('busy-try-again');
  if (it.code === '23503' && it.constraint?.includes('area')) return problem('area-of-another-city');
  return error;
}

// A date, number or id that the database can't read: only a cursor or day that nobody's screen made comes that far.
const unreadable = new Set(['22007', '22008', '22P02']);

const fields: Record<string, string> = {
  street_activity: 'activity',
  location_type: 'locationType',
  approach: 'approach',
  need: 'needs',
  condition: 'condition',
  injury: 'injury',
  companions: 'companions',
  factor: 'factors',
  closure_reason: 'reason',
  operation_kind: 'kind',
  duty: 'dutyCode',
  referral_decline_reason: 'reasonCode',
  referral_pause_reason: 'reasonCode',
  service_component: 'serviceCode',
  said_by: 'factors',
  case_stage: 'stage',
  aftercare_result: 'result',
  family_readiness: 'readiness',
};

function fieldOfList(list: string): string {
  return fields[list] ?? list;
}
