import { type RawBuilder, sql } from 'kysely';
import { countedActions, isLate } from '#meetings/rules/follow-up.ts';
import type {
  Action,
  ActionCounts,
  ActionSide,
  ActionState,
  ActionView,
} from '#meetings/schema/follow-up.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** An action as the database lets it through, with what it follows from. */
export type FoundAction = {
  readonly action_id: string;
  readonly decision_id: string;
  readonly meeting_id: string;
  readonly number: string;
  readonly what: string;
  readonly responsible_agency: string | null;
  readonly supporters: string[];
  readonly place: string;
  readonly area_code: string | null;
  readonly starts_on: string | null;
  readonly due_on: string | null;
  readonly funds: string;
  readonly output: string;
  readonly target: string;
  readonly evidence_asked: string;
  readonly issue: string;
  readonly decision: string;
  readonly state: ActionState;
  readonly progress: number;
  readonly obstacle: string;
  readonly updated_at: Date | null;
  readonly adopted: boolean;
  readonly escalated: number;
  readonly closed_at: Date | null;
  readonly version: number;
  /** Null where the meeting itself is not open to the viewer. */
  readonly host_agency: string | null;
};

/** The columns of a FoundAction, of `actions a`, its decision `d` and, as far as it is open, its meeting `m`. */
export const actionColumns = sql`
  a.action_id, a.decision_id, d.meeting_id, d.number || '.' || a.number as number, a.what, a.responsible_agency, a.place, a.area_code,
  a.starts_on, a.due_on, a.funds, a.output, a.target, a.evidence_asked, d.issue, d.decision, a.state, a.progress, a.obstacle, a.updated_at,
  a.adopted, a.escalated, a.closed_at, a.version, m.host_agency,
  array(select s.agency_code from action_supporters s where s.city = a.city and s.action_id = a.action_id order by 1) as supporters`;

/** What an action follows from; of `actions a`. */
export const actionJoins = sql`
  join decisions d on d.city = a.city and d.decision_id = a.decision_id
  left join meetings m on m.city = d.city and m.meeting_id = d.meeting_id`;

const opened = ['open', 'late', 'stuck'] as const satisfies readonly ActionView[];
const viewsOf = (today: string): Record<ActionView, RawBuilder<unknown>> => ({
  open: sql`a.closed_at is null`,
  late: sql`a.closed_at is null and a.due_on < ${today}`,
  stuck: sql`a.closed_at is null and a.state = 'stuck'`,
  done: sql`a.state = 'done'`,
  cancelled: sql`a.state = 'cancelled'`,
  all: sql`true`,
});
const sides = {
  own: sql`a.responsible_agency = (select app.viewer_agency())`,
  supported: sql`exists (select 1 from action_supporters s
    where s.city = a.city and s.action_id = a.action_id and s.agency_code = (select app.viewer_agency()))`,
  all: sql`true`,
} satisfies Record<ActionSide, RawBuilder<unknown>>;

type Asked = {
  readonly show: ActionView;
  readonly whose: ActionSide;
  readonly agency: string | null;
  readonly today: string;
};
type ActionKey = { readonly dueOn: string; readonly actionId: string };

const among = ({ whose, agency }: Asked) =>
  sql`${sides[whose]} and ${agency === null ? sql`true` : sql`a.responsible_agency = ${agency}`}`;

/** Whether a view stands in the order of its days, what is due first on top; the others begin with the latest day. */
export function soonestFirst(show: ActionView): boolean {
  const views: readonly ActionView[] = opened;
  return views.includes(show);
}

/** A page of the follow-up: adopted actions that are open to the viewer, by their day. */
export async function listActions(tx: Tx, asked: Asked, after: ActionKey | null): Promise<FoundAction[]> {
  const first = soonestFirst(asked.show);
  const beyond = first
    ? sql`(a.due_on, a.action_id) > (${after?.dueOn ?? '-infinity'}::date, ${after?.actionId ?? '00000000-0000-0000-0000-000000000000'}::uuid)`
    : sql`(a.due_on, a.action_id) < (${after?.dueOn ?? 'infinity'}::date, ${after?.actionId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)`;
  const order = first ? sql`a.due_on, a.action_id` : sql`a.due_on desc, a.action_id desc`;
  const found = await sql<FoundAction>`
    with page as (
      select a.city, a.action_id
        from actions a
       where a.city = (select app.city()) and a.adopted and ${viewsOf(asked.today)[asked.show]} and ${among(asked)} and ${beyond}
       order by ${order}
       limit 51)
    select ${actionColumns}
      from page join actions a using (city, action_id) ${actionJoins}
     order by ${order}`.execute(tx);
  return found.rows;
}

/** How many of those that are asked for are open, and how many late; no more than a hundred are counted. */
export async function countActions(tx: Tx, asked: Asked): Promise<ActionCounts> {
  const upTo = (view: ActionView) => sql`(select count(*)::int from (
    select 1 from actions a
     where a.city = (select app.city()) and a.adopted and ${viewsOf(asked.today)[view]} and ${among(asked)}
     limit ${countedActions}) as counted)`;
  const found = await sql<ActionCounts>`select ${upTo('open')} as open, ${upTo('late')} as late`.execute(tx);
  return found.rows[0] ?? { open: 0, late: 0 };
}

/** One action, if the database shows it to the viewer at all. */
export async function findAction(tx: Tx, actionId: string): Promise<FoundAction | null> {
  const found = await sql<FoundAction>`
    select ${actionColumns}
      from actions a ${actionJoins}
     where a.city = (select app.city()) and a.action_id = ${actionId}`.execute(tx);
  return found.rows[0] ?? null;
}

/** An action as it crosses the wire. */
export function actionOf(row: FoundAction, today: string): Action {
  return {
    actionId: row.action_id,
    decisionId: row.decision_id,
    meetingId: row.meeting_id,
    number: row.number,
    what: row.what,
    responsibleAgency: row.responsible_agency,
    supporters: row.supporters,
    place: row.place,
    areaCode: row.area_code,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    funds: row.funds,
    output: row.output,
    target: row.target,
    evidenceAsked: row.evidence_asked,
    decision: row.decision,
    state: row.state,
    progress: row.progress,
    obstacle: row.obstacle,
    updatedAt: row.updated_at?.toISOString() ?? null,
    adopted: row.adopted,
    escalated: row.escalated,
    closedAt: row.closed_at?.toISOString() ?? null,
    late: isLate({ dueOn: row.due_on, state: row.state }, today),
    version: row.version,
  };
}
