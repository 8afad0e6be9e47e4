import { sql } from 'kysely';
import {
  changeCase,
  differing,
  extraOf,
  idsOf,
  isOlder,
  lastChange,
  moveOn,
  requireCode,
  takeCase,
  takeOpenCase,
  touchCase,
} from '#cases/commands/shared.ts';
import { riskReasonOf, stageNumbers } from '#cases/queries/find.ts';
import { listAssessments } from '#cases/queries/parts.ts';
import { laterStage } from '#cases/rules.ts';
import { AddNote, AssessCase, Changed, ChangeRisk, MoveStage } from '#cases/schema/acts.ts';
import type { Assessment } from '#cases/schema/reads.ts';
import { cityDate } from '#platform/calendar.ts';
import { Conflict, command, type Sent, settleClock } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

const team = ['social_worker', 'supervisor'] as const;
type Answered = { readonly personId: string; readonly versions?: unknown };

function entry(act: string) {
  return (input: { caseId: string }, result: Answered) => ({
    act: result.versions ? `${act}-in-conflict` : act,
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
  });
}

/** Says anew how high the risk is, and why. */
export const changeRisk = command({
  name: 'cases/change-risk',
  summary: 'Change the risk level of a case, with the reason',
  may: team,
  input: ChangeRisk,
  result: Changed,
  audit: entry('case.risk-changed'),
  run: async (tx, viewer, input, sent) => {
    const row = await takeOpenCase(tx, viewer, { caseId: input.caseId, ability: 'work' });
    const fields = differing(
      { riskLevel: row.risk_level, riskReason: await riskReasonOf(tx, row.case_id) },
      { riskLevel: input.riskLevel, riskReason: input.riskReason },
    );
    if (isOlder(sent.basedOn, row.version) && fields.length > 0) {
      const last = await lastChange(tx, { table: 'cases', key: row.case_id });
      const versions = { ...last, fields, basedOn: String(row.version) };
      return new Conflict({ ...idsOf(row), version: row.version, versions });
    }
    const set = sql`risk_level = ${input.riskLevel}, risk_reason = ${input.riskReason}`;
    return { ...idsOf(row), version: await changeCase(tx, row, set) };
  },
});

/** Moves a case to another stage, forwards or back. The last two stages come with closing. */
export const moveStage = command({
  name: 'cases/move-stage',
  summary: 'Move a case to another stage',
  may: team,
  input: MoveStage,
  result: Changed,
  audit: entry('case.stage-moved'),
  run: async (tx, viewer, input, sent) => {
    const row = await takeOpenCase(tx, viewer, { caseId: input.caseId, ability: 'work' });
    await requireCode(tx, 'case_stage', { code: input.stage, day: todayOf(viewer, sent) });
    const extra = await extraOf(tx, 'case_stage', input.stage);
    if (extra.byClosing === true || extra.beforeCase === true)
      throw problem('stage-by-closing', { field: 'stage' });
    const fields = differing({ stage: row.stage }, { stage: input.stage });
    if (isOlder(sent.basedOn, row.version) && fields.length > 0) {
      const last = await lastChange(tx, { table: 'cases', key: row.case_id });
      const versions = { ...last, fields, basedOn: String(row.version) };
      return new Conflict({ ...idsOf(row), version: row.version, versions });
    }
    return { ...idsOf(row), version: await changeCase(tx, row, sql`stage = ${input.stage}`) };
  },
});

/** Writes an assessment: factors with their side, level, who said so and the evidence, and what follows from them. */
export const assessCase = command({
  name: 'cases/assess',
  summary: 'Assess a case: factors, strengths, wishes, conclusion',
  may: team,
  input: AssessCase,
  result: Changed,
  audit: entry('case.assessed'),
  run: async (tx, viewer, input, sent) => {
    const row = await takeOpenCase(tx, viewer, { caseId: input.caseId, ability: 'work' });
    const day = todayOf(viewer, sent);
    await requireFactors(tx, input, day);
    const [latest] = await listAssessments(tx, row.case_id);
    if (sent.basedOn !== null && String(sent.basedOn) !== (latest?.assessmentId ?? 'none'))
      return new Conflict({
        ...idsOf(row),
        version: row.version,
        versions: versionsOf(input, latest),
      });
    await writeAssessment(tx, { input, personId: row.person_id, madeAt: sent.occurredAt, day });
    const stage = laterStage(row.stage, 'ASSESSMENT', await stageNumbers(tx));
    const set = sql`assessed_at = coalesce(assessed_at, ${sent.occurredAt}), reassess_by = null, stage = ${stage}`;
    return { ...idsOf(row), version: await changeCase(tx, row, set) };
  },
});

function todayOf(viewer: Viewer, sent: Sent): string {
  return cityDate(sent.occurredAt, viewer.city.timeZone);
}

async function requireFactors(tx: Tx, { factors }: AssessCase, day: string): Promise<void> {
  if (new Set(factors.map((it) => it.code)).size < factors.length)
    throw problem('factor-twice', { field: 'factors' });
  for (const [index, factor] of factors.entries()) {
    await requireCode(tx, 'factor', { code: factor.code, day });
    await requireCode(tx, 'said_by', { code: factor.saidBy, day });
    const { sealed, side } = await extraOf(tx, 'factor', factor.code);
    if (sealed === true) throw problem('factor-sealed', { field: 'factors', code: factor.code });
    // The board weighs inside against outside: the side is the list's to say, not the writer's.
    if (side !== undefined && side !== factor.side)
      throw problem('factor-other-side', { field: `factors.${index}.side`, code: factor.code });
  }
}

function versionsOf(input: AssessCase, latest: Assessment | undefined) {
  const { problems, strengths, childWishes, conclusion } = input;
  return {
    by: latest?.madeBy ?? null,
    at: latest?.madeAt ?? null,
    fields: differing(
      {
        problems: latest?.problems,
        strengths: latest?.strengths,
        childWishes: latest?.childWishes,
        conclusion: latest?.conclusion,
      },
      { problems, strengths, childWishes, conclusion },
    ),
    basedOn: latest?.assessmentId ?? 'none',
    factors: { stored: latest?.factors ?? [], typed: input.factors },
  };
}

type Written = {
  readonly input: AssessCase;
  readonly personId: string;
  readonly madeAt: Date;
  readonly day: string;
};

async function writeAssessment(tx: Tx, { input, personId, madeAt, day }: Written): Promise<void> {
  await sql`
    insert into assessments (assessment_id, case_id, person_id, made_at, problems, strengths, child_wishes, conclusion)
    values (${input.assessmentId}, ${input.caseId}, ${personId}, ${madeAt}, ${input.problems}, ${input.strengths},
            ${input.childWishes}, ${input.conclusion})`.execute(tx);
  await sql`
    insert into assessment_factors (assessment_id, factor_code, person_id, side, level, said_by, evidence, made_on)
    select ${input.assessmentId}, f.code, ${personId}, f.side, f.level, f."saidBy", f.evidence, ${day}
      from jsonb_to_recordset(${JSON.stringify(input.factors)}::jsonb) as f (code text, side text, level text, "saidBy" text, evidence text)`.execute(
    tx,
  );
}

/** Writes a note, a visit, a contact, a conference or a review. Notes only add: two people never overwrite each other. */
export const addNote = command({
  name: 'cases/note',
  summary: 'Write a note, visit, contact, conference or review',
  may: team,
  input: AddNote,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.noted',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { kind: input.kind },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'note' });
    const { occurredAt } = input.happenedAt
      ? settleClock(input.happenedAt, sent.world.now(), 'happenedAt')
      : { occurredAt: sent.occurredAt };
    await sql`
      insert into case_notes (note_id, case_id, person_id, kind, occurred_at, body)
      values (${input.noteId}, ${row.case_id}, ${row.person_id}, ${input.kind}, ${occurredAt}, ${input.body})`.execute(
      tx,
    );
    const version =
      input.kind === 'conference' && row.state === 'open'
        ? await moveOn(tx, row, 'CASE_CONFERENCE')
        : await touchCase(tx, row);
    return { ...idsOf(row), version };
  },
});
