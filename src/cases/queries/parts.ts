import { sql } from 'kysely';
import type { Factor, ReadinessAnswer } from '#cases/schema/acts.ts';
import type { Assessment, Closure, NoteOfCase } from '#cases/schema/reads.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** Who works on a case: its worker first, then those who help. */
export async function listTeam(tx: Tx, caseId: string): Promise<{ staffId: string; name: string }[]> {
  const found = await sql<{ staffId: string; name: string }>`
    select s.staff_id as "staffId", s.name
      from cases c
      join staff s on s.city = c.city and (s.staff_id = c.worker_id or s.staff_id in (
        select w.staff_id from case_workers w where w.city = c.city and w.case_id = c.case_id and w.to_at is null))
     where c.city = (select app.city()) and c.case_id = ${caseId}
     order by (s.staff_id = c.worker_id) desc, s.name
     limit 50`.execute(tx);
  return found.rows;
}

type AssessmentRow = Omit<Assessment, 'madeAt' | 'factors'> & { madeAt: Date; factors: Factor[] };

/** The assessments of a case with their factors, the latest first. */
export async function listAssessments(tx: Tx, caseId: string): Promise<Assessment[]> {
  const found = await sql<AssessmentRow>`
    select a.assessment_id as "assessmentId", a.made_at as "madeAt", s.name as "madeBy", a.problems, a.strengths,
           a.child_wishes as "childWishes", a.conclusion,
           coalesce((select json_agg(json_build_object('code', f.factor_code, 'side', f.side, 'level', f.level,
               'saidBy', f.said_by, 'evidence', f.evidence) order by f.side desc, f.factor_code)
             from assessment_factors f where f.city = a.city and f.assessment_id = a.assessment_id), '[]') as factors
      from assessments a left join staff s on s.city = a.city and s.staff_id = a.made_by
     where a.city = (select app.city()) and a.case_id = ${caseId}
     order by a.recorded_at desc, a.assessment_id desc
     limit 20`.execute(tx);
  return found.rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

type NoteRow = Omit<NoteOfCase, 'occurredAt'> & { occurredAt: Date };

/** Notes, visits, contacts and conferences, the latest first. */
export async function listNotes(tx: Tx, caseId: string): Promise<NoteOfCase[]> {
  const found = await sql<NoteRow>`
    select n.note_id as "noteId", n.kind, n.occurred_at as "occurredAt", s.name as by, n.body
      from case_notes n left join staff s on s.city = n.city and s.staff_id = n.recorded_by
     where n.city = (select app.city()) and n.case_id = ${caseId}
     order by n.occurred_at desc, n.note_id desc
     limit 50`.execute(tx);
  return found.rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
}

type ClosureRow = Omit<Closure, 'closedAt' | 'reopenedAt' | 'readiness'> & {
  closedAt: Date;
  reopenedAt: Date | null;
  readiness: Record<string, unknown>;
};

/** How often the case was closed and opened again, the latest first. */
export async function listClosures(tx: Tx, caseId: string): Promise<Closure[]> {
  const found = await sql<ClosureRow>`
    select k.closure_id as "closureId", k.closed_at as "closedAt", s.name as by, k.reason, k.best_interest as "bestInterest",
           k.readiness, k.reopened_at as "reopenedAt", k.reopen_reason as "reopenReason"
      from case_closures k left join staff s on s.city = k.city and s.staff_id = k.closed_by
     where k.city = (select app.city()) and k.case_id = ${caseId}
     order by k.closed_at desc
     limit 20`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    closedAt: row.closedAt.toISOString(),
    reopenedAt: row.reopenedAt?.toISOString() ?? null,
    readiness: readinessOf(row.readiness),
  }));
}

function readinessOf(stored: Record<string, unknown>): Record<string, ReadinessAnswer> {
  return Object.fromEntries(
    Object.entries(stored).map(([code, it]) => [
      code,
      it === true || it === 'yes' ? 'yes' : it === 'not_applicable' ? 'not_applicable' : 'no',
    ]),
  );
}
