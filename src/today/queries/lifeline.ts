import { type RawBuilder, sql } from 'kysely';
import { readAgainstLimit } from '#custody/queries.ts';
import { type FoundPerson, listSamePersons, ownContacts } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import { type LifelineReveal, revealLifeline } from '#today/access.ts';
import { gapsOfLife } from '#today/rules.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';

const most = sql`limit 200`;
/** All records of the person, as values: so the plan is made for a handful of rows and not for a city. */
type Ids = readonly string[];

/** A part of the answer as one JSON list, or an empty one when nothing of it may be shown. */
function list(shown: boolean, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return shown ? sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)` : sql`'[]'::json`;
}

/** The cases of these records; lines of a plan and visits are found by their case. */
const casesOf = (ids: Ids) => sql`array(
  select c.case_id from cases c where c.city = (select app.city()) and c.person_id = any (${ids}::uuid[]))`;

function metRows(sees: LifelineReveal, ids: Ids): RawBuilder<unknown> {
  const words = sees.ownWords
    ? sql`(select nullif(t.own_words, '') from encounter_texts t where t.city = e.city and t.encounter_id = e.encounter_id)`
    : sql`null`;
  return sql`
    select e.encounter_id as "encounterId", e.occurred_at as at, e.approach, e.activity, e.area_code as "areaCode",
           e.location_type as "locationType", e.spot_outcome as "spotOutcome", ${words} as "ownWords"
      from encounters e
     where e.city = (select app.city()) and e.person_id = any (${ids}::uuid[])
       and (${sees.contacts === 'all'} or exists (select 1 from roots r where r.encounter_id = e.encounter_id))
     order by e.occurred_at desc ${most}`;
}

function careRows(sees: LifelineReveal, ids: Ids): RawBuilder<unknown> {
  const hand = (column: RawBuilder<unknown>) => sql`
    (select json_build_object('giver', coalesce(nullif(h.giver_name, ''), g.name, ''), 'receiver', coalesce(nullif(h.receiver_name, ''), v.name, ''),
        'relation', h.receiver_relation)
       from handovers h
       left join staff g on g.city = h.city and g.staff_id = h.giver_staff_id
       left join staff v on v.city = h.city and v.staff_id = h.receiver_staff_id
      where h.city = i.city and ${column} = i.custody_id and h.state <> 'set_aside'
      order by h.occurred_at desc limit 1)`;
  return sql`
    select i.custody_id as "custodyId", i.custodian_kind as kind, i.agency_code as "agencyCode", i.facility,
           i.started_at as "from", i.ended_at as "to", i.end_kind as "endKind",
           coalesce(i.ended_at is not null and i.end_kind is not null and not coalesce(k.extra ? 'to', false), false) as "endsChain",
           exists (select 1 from custody_by_team b where b.city = i.city and b.custody_id = i.custody_id) as "byTeam",
           coalesce(i.first_contact_at, i.started_at) as "firstContact", i.disputed, i.set_aside as "setAside",
           ${sees.people ? hand(sql`h.to_custody_id`) : sql`null`} as began, ${sees.people ? hand(sql`h.from_custody_id`) : sql`null`} as ended
      from custody_intervals i
      left join codes k on k.city = i.city and k.list = 'custody_end' and k.code = i.end_kind
     where i.city = (select app.city()) and i.person_id = any (${ids}::uuid[])
       and (${sees.contacts === 'all'} or (${sees.contacts === 'none'} and i.ended_at is null)
         or exists (select 1 from roots r where r.encounter_id = i.encounter_id or r.at = coalesce(i.first_contact_at, i.started_at)))
     order by i.started_at desc ${most}`;
}

const explainedRows = (ids: Ids) => sql`
  select t.occurred_at as "from", t.until as "to", t.note as explained
    from custody_steps t
   where t.city = (select app.city()) and t.person_id = any (${ids}::uuid[]) and t.kind = 'GAP_EXPLAINED'`;

function caseRows(sees: LifelineReveal, ids: Ids): RawBuilder<unknown> {
  return sql`
    select c.case_id as "caseId", c.case_number as "caseNumber", c.state, c.agency_code as "agencyCode",
           ${sees.cases === 'all' ? sql`c.stage` : sql`null`} as stage,
           ${sees.risk ? sql`c.risk_level` : sql`null`} as "riskLevel",
           ${sees.risk ? sql`(select s.name from staff s where s.city = c.city and s.staff_id = c.worker_id)` : sql`null`} as worker
      from cases c
     where c.city = (select app.city()) and c.person_id = any (${ids}::uuid[])
     order by c.opened_at desc ${most}`;
}

const markRows = (ids: Ids) => sql`
  with mine as materialized (
    select c.case_id, c.opened_at, c.closed_at from cases c
     where c.city = (select app.city()) and c.person_id = any (${ids}::uuid[]))
  select m.case_id as "caseId", m.opened_at as at, 'opened' as mark, null as stage from mine m
  union all
  select s.case_id, s.reached_at, 'stage', s.stage from case_stages s join mine m on m.case_id = s.case_id where s.city = (select app.city())
  union all
  select k.case_id, k.closed_at, 'closed', null from case_closures k join mine m on m.case_id = k.case_id where k.city = (select app.city())
  union all
  select k.case_id, k.reopened_at, 'reopened', null from case_closures k join mine m on m.case_id = k.case_id
   where k.city = (select app.city()) and k.reopened_at is not null
  union all
  select m.case_id, m.closed_at, 'closed', null from mine m
   where m.closed_at is not null and not exists (select 1 from case_closures k where k.city = (select app.city()) and k.case_id = m.case_id)
  order by 2`;

function serviceRows(sees: LifelineReveal, ids: Ids, now: Date): RawBuilder<unknown> {
  return sql`
    select f.referral_id as id, 'referral' as kind, f.duty_code as code, f.to_agency as "agencyCode", f.sent_at as "from", f.closed_at as "to", f.state,
           case when f.state in ('sent', 'accepted') and f.paused_since is null then app.local_date(f.due_at) end as "dueOn",
           f.state in ('sent', 'accepted') and f.paused_since is null and f.due_at < ${now} as late
      from referrals f
     where f.city = (select app.city()) and f.person_id = any (${ids}::uuid[])
       and (${sees.services === 'all'} or (${sees.services === 'own'} and f.to_agency = (select app.viewer_agency()) and f.state in ('sent', 'accepted')))
    union all
    select l.plan_line_id, 'plan', l.service_code, l.agency_code, l.recorded_at, l.done_at, l.state,
           case when l.state = 'open' then l.due_on end, l.state = 'open' and l.due_on < app.local_date(${now})
      from plan_lines l
     where l.city = (select app.city()) and l.case_id = any (${casesOf(ids)}) and l.state <> 'dropped'
       and (${sees.plan === 'all'} or (${sees.plan === 'own'} and l.agency_code = (select app.viewer_agency()) and l.state = 'open'))
       and not exists (select 1 from referrals f where f.city = l.city and f.plan_line_id = l.plan_line_id)
     order by 5 desc
     limit 30`;
}

function visitRows(sees: LifelineReveal, ids: Ids): RawBuilder<unknown> {
  return sql`
    select v.visit_id as "visitId", v.case_id as "caseId", v.month_no as month, v.due_on as "dueOn", v.done_at as "doneAt", v.result, v.agency_code as "agencyCode"
      from aftercare_visits v
     where v.city = (select app.city()) and v.case_id = any (${casesOf(ids)})
       and (${sees.aftercare === 'all'} or (v.agency_code = (select app.viewer_agency()) and v.done_at is null))
     order by v.due_on ${most}`;
}

type Hand = { giver: string; receiver: string; relation: string } | null;
type CareRow = Omit<Lifeline['care'][number], 'limitAt'> & {
  firstContact: string;
  byTeam: boolean;
  began: Hand;
  ended: Hand;
};
type Read = {
  met: Lifeline['met'];
  care: CareRow[];
  explained: { from: string; to: string | null; explained: string }[];
  cases: Lifeline['cases'];
  marks: Lifeline['marks'];
  services: Lifeline['services'];
  visits: Lifeline['visits'];
};

/** A child through time over all records of the same person, each part only as the standings reveal. */
export async function readLifeline(
  tx: Tx,
  viewer: Viewer,
  row: FoundPerson,
  world: World,
): Promise<Lifeline> {
  const now = world.now();
  const sees = revealLifeline(viewer, row.standings);
  const none = sql`select null::uuid as person_id, null::text as standing, null::uuid as encounter_id, null::timestamptz as at where false`;
  const ids = [row.person_id, ...(await listSamePersons(tx, row.person_id))];
  const read = await sql<Read>`
    with roots as materialized (${sees.contacts === 'own' ? ownContacts(row.standings, ids) : none})
    select ${list(sees.contacts !== 'none', metRows(sees, ids))} as met,
           ${list(sees.contacts !== 'none' || sees.custodian, careRows(sees, ids))} as care,
           ${list(sees.contacts !== 'none' && sees.people, explainedRows(ids))} as explained,
           ${list(sees.cases !== 'none', caseRows(sees, ids))} as cases,
           ${list(sees.cases === 'all', markRows(ids))} as marks,
           ${list(sees.services !== 'none' || sees.plan !== 'none', serviceRows(sees, ids, now))} as services,
           ${list(sees.aftercare !== 'none', visitRows(sees, ids))} as visits`.execute(tx);
  const it = read.rows[0];
  if (!it) throw new Error('a lifeline without a row');
  const limits =
    sees.contacts === 'none'
      ? []
      : await readAgainstLimit(tx, viewer, holdsOf(it.care, row.person_id), world);
  return present(it, { sees, now, limits });
}

/** The holds that run now, as custody asks for them. */
function holdsOf(care: readonly CareRow[], personId: string) {
  return care
    .filter((it) => it.to === null && !it.setAside)
    .map((it) => ({
      custodyId: it.custodyId,
      person_id: personId,
      custodian_kind: it.kind,
      first_contact_at: new Date(it.firstContact),
    }));
}

type Known = {
  readonly sees: LifelineReveal;
  readonly now: Date;
  readonly limits: readonly { readonly custodyId: string; readonly limitAt: Date | null }[];
};

const instant = (text: string) => new Date(text).toISOString();
const instantOrNull = (text: string | null) => (text === null ? null : instant(text));

function present(it: Read, { sees, now, limits }: Known): Lifeline {
  const care = it.care.map((row) => ({
    ...row,
    limitAt: limits.find((held) => held.custodyId === row.custodyId)?.limitAt?.toISOString() ?? null,
    firstContact: instant(row.firstContact),
    from: instant(row.from),
    to: instantOrNull(row.to),
  }));
  const stands = care.filter((row) => !row.setAside);
  const holder =
    stands.find((row) => row.to === null && !row.disputed) ?? stands.find((row) => row.to === null);
  const custodian = holder
    ? {
        custodyId: holder.custodyId,
        kind: holder.kind,
        agencyCode: holder.agencyCode,
        facility: holder.facility,
        since: holder.from,
      }
    : null;
  const explained = it.explained.map((row) => ({
    from: instant(row.from),
    to: instantOrNull(row.to),
    explained: row.explained,
  }));
  return {
    sees: {
      encounters: sees.contacts,
      custody: sees.contacts,
      cases: sees.cases,
      services: sees.services,
      aftercare: sees.aftercare,
    },
    now: now.toISOString(),
    ...(sees.custodian ? { custodian } : {}),
    met: it.met.map((row) => ({ ...row, at: instant(row.at) })).reverse(),
    care:
      sees.contacts === 'none' ? [] : care.map(({ firstContact: _, byTeam: _team, ...row }) => row).reverse(),
    gaps: sees.contacts === 'none' ? [] : gapsOfLife(stands, explained),
    cases: it.cases,
    marks: it.marks.map((row) => ({ ...row, at: instant(row.at) })),
    services: it.services
      .map((row) => ({ ...row, from: instant(row.from), to: instantOrNull(row.to) }))
      .reverse(),
    visits: it.visits.map((row) => ({ ...row, doneAt: instantOrNull(row.doneAt) })),
  };
}
