import { cityCalendar, numberSetting } from '#areas/queries.ts';
import type { DemoEvent } from '#demo/events.ts';
import type { Casework } from '#demo/load/casework.ts';
import type { Ids } from '#demo/load/ids.ts';
import { type Row, rowOf, type Sheet, writeRows } from '#demo/load/rows.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { addWorkingDays } from '#platform/working-time.ts';

export type Asked = {
  readonly referrals: Sheet<'referrals'>;
  readonly answers: Row<'referral_answers'>[];
  readonly pauses: Sheet<'referral_pauses'>;
  readonly contents: Row<'referral_contents'>[];
};

export const nothingAsked = (): Asked => ({
  referrals: new Map(),
  answers: [],
  pauses: new Map(),
  contents: [],
});

/** Takes in one event of a referral: sent, answered, paused, resumed. */
export function takeReferral(asked: Asked, event: DemoEvent, ids: Ids, work: Casework): void {
  if (event.kind === 'referral_sent') send(asked, event, ids, work);
  else if (event.kind === 'referral_answered') answer(asked, event, ids);
  else if (event.kind === 'referral_paused') {
    const referral_id = ids.of(event.referral);
    asked.pauses.set(ids.of(event.pause, event.at), {
      pause_id: ids.of(event.pause),
      referral_id,
      from_at: event.at,
      reason: event.reason,
      paused_by: ids.of(event.by),
    });
    rowOf(asked.referrals, referral_id, 'referral').paused_since = event.at;
  } else if (event.kind === 'referral_resumed') {
    rowOf(asked.pauses, ids.of(event.pause), 'pause').to_at = event.at;
    Object.assign(rowOf(asked.referrals, ids.of(event.referral), 'referral'), {
      paused_since: null,
      due_at: event.dueAt,
    });
  }
}

type Sent = Extract<DemoEvent, { kind: 'referral_sent' }>;

function send(asked: Asked, event: Sent, ids: Ids, work: Casework): void {
  const theCase = rowOf(work.cases, ids.of(event.caseKey), 'case');
  const referral_id = ids.of(event.referral, event.at);
  asked.referrals.set(referral_id, {
    referral_id,
    case_id: theCase.case_id,
    person_id: theCase.person_id,
    from_agency: theCase.agency_code ?? '',
    to_agency: event.toAgency,
    duty_code: event.duty,
    discloses: disclosedBy(event),
    plan_line_id: ids.orNull(event.planLine),
    sent_by: ids.of(event.by),
    sent_at: event.at,
    clock_days: event.clockDays,
    due_at: event.dueAt,
    recorded_at: event.at,
  });
  asked.contents.push({ referral_id, field: 'question', body: event.question });
}

const disclosed: Record<Sent['discloses'][number], string | null> = {
  name: 'name',
  age: 'age',
  sex: 'sex',
  area: 'originArea',
  guardian_contact: 'kin',
  kin: 'kin',
  nik: null,
  school: null,
  health: null,
};

// The world speaks of more fields than a referral may disclose, and kin only goes with the name.
function disclosedBy(event: Sent): string[] {
  const named = event.discloses.includes('name');
  const fields = event.discloses.map((field) => disclosed[field]).filter((field) => field !== null);
  return [...new Set(fields)].filter((field) => named || field !== 'kin');
}

function answer(asked: Asked, event: Extract<DemoEvent, { kind: 'referral_answered' }>, ids: Ids): void {
  const row = rowOf(asked.referrals, ids.of(event.referral), 'referral');
  row.state = event.answer;
  row.first_answered_at ??= event.at;
  if (event.answer !== 'accepted') Object.assign(row, { closed_at: event.at, paused_since: null });
  asked.answers.push({
    answer_id: ids.of(`answer-${asked.answers.length}`, event.at),
    referral_id: row.referral_id,
    kind: event.answer,
    reason_code: event.answer === 'declined' ? 'OTHER' : '',
    text: event.text,
    answered_by: ids.of(event.by),
    answered_at: event.at,
    recorded_at: event.at,
  });
}

/** Writes the referrals; those still open get the time from which their breach goes further up. */
export async function writeAsked(tx: Tx, asked: Asked, timeZone: string): Promise<void> {
  const calendar = await cityCalendar(tx, timeZone);
  const days = await numberSetting(tx, 'referralEscalateAfterWorkingDays');
  for (const row of asked.referrals.values())
    if (!row.closed_at)
      row.escalates_at = addWorkingDays(new Date(String(row.due_at)), days, calendar).toISOString();
  await writeRows(tx, 'referrals', [...asked.referrals.values()]);
  await writeRows(tx, 'referral_contents', asked.contents);
  await writeRows(tx, 'referral_answers', asked.answers);
  await writeRows(tx, 'referral_pauses', [...asked.pauses.values()]);
}
