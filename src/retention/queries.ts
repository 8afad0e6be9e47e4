import { sql } from 'kysely';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { retentionRules } from '#retention/rules.ts';
import type { Erased, Hold, RuleState, Term } from '#retention/schema.ts';

type Row = {
  rule: RuleState['rule'];
  months: number;
  by_default: number;
  default_since: string;
  set_since: string | null;
  last_run: Date | null;
  done: number | null;
  held: number | null;
  due_soon: number | null;
  done_in_all: number;
};

/** Each retention rule: what holds today, what the city has set, what its last run did, and what comes. */
export async function readRules(tx: Tx): Promise<RuleState[]> {
  const found = await sql<Row>`
    select k.rule, app.retention_months(k.setting) as months, (s.value #>> '{}')::int as by_default,
           (s.set_at at time zone c.time_zone)::date::text as default_since,
           (select max(t.valid_from) from setting_terms t
             where t.city = s.city and t.setting = s.key and t.valid_from <= (select app.city_day()))::text as set_since,
           r.ran_at as last_run, r.done, r.held, r.due_soon,
           coalesce((select sum(a.done)::int from retention_runs a where a.city = s.city and a.rule = k.rule), 0) as done_in_all
      from unnest(${retentionRules.map((it) => it.rule)}::text[], ${retentionRules.map((it) => it.setting)}::text[])
             with ordinality as k (rule, setting, position)
      join settings s on s.city = (select app.city()) and s.key = k.setting
      join cities c on c.city = s.city
      left join lateral (select a.ran_at, a.done, a.held, a.due_soon from retention_runs a
                          where a.city = s.city and a.rule = k.rule order by a.ran_at desc limit 1) r on true
     order by k.position`.execute(tx);
  const terms = await listTerms(tx);
  return retentionRules.flatMap(({ rule, setting, least, most }) => {
    const row = found.rows.find((it) => it.rule === rule);
    if (!row) return [];
    const its = terms.filter((it) => it.setting === setting).map(({ setting: _, ...term }) => term);
    return [
      {
        rule,
        months: row.months,
        setByCity: row.set_since !== null,
        since: row.set_since ?? row.default_since,
        byDefault: row.by_default,
        least,
        most,
        terms: its,
        lastRun: row.last_run?.toISOString() ?? null,
        done: row.done ?? 0,
        held: row.held ?? 0,
        dueSoon: row.due_soon ?? 0,
        doneInAll: row.done_in_all,
      },
    ];
  });
}

async function listTerms(tx: Tx): Promise<(Term & { setting: string })[]> {
  const found = await sql<Omit<Term, 'setAt'> & { setting: string; setAt: Date }>`
    select t.setting, t.valid_from::text as "validFrom", t.value::int as months, t.basis, t.set_at as "setAt", coalesce(s.name, '') as "setBy"
      from setting_terms t
      left join staff s on s.city = t.city and s.staff_id = t.set_by
     where t.city = (select app.city()) and t.setting like 'retention%'
     order by t.valid_from desc, t.set_at desc
     limit 500`.execute(tx);
  return found.rows.map((row) => ({ ...row, setAt: row.setAt.toISOString() }));
}

/** The legal holds that stand, the oldest first: by reference, never by name. */
export async function listHolds(tx: Tx): Promise<Hold[]> {
  const found = await sql<Omit<Hold, 'setAt'> & { setAt: Date }>`
    select h.person_id as "personId", h.reference, h.reason, h.set_at as "setAt", coalesce(s.name, '') as "setBy"
      from legal_holds h
      left join staff s on s.city = h.city and s.staff_id = h.set_by
     where h.city = (select app.city()) and h.lifted_at is null
     order by h.set_at
     limit 500`.execute(tx);
  return found.rows.map((row) => ({ ...row, setAt: row.setAt.toISOString() }));
}

/** The name of the body that a report comes from: the reader's own, in the reader's language. */
export async function nameOfAgency(tx: Tx, { agencyCode, locale }: Viewer): Promise<string> {
  const found = await sql<{ name: string }>`
    select case when ${locale} = 'en' then name_en else name_id end as name
      from agencies
     where city = (select app.city()) and agency_code = ${agencyCode}`.execute(tx);
  return found.rows[0]?.name ?? '';
}

export type ErasedRow = Omit<Erased, 'erasedAt'> & { readonly erasedAt: Date };

/** Identities that were erased, the newest first. */
export async function listErased(tx: Tx, after: Record<string, string> | null): Promise<ErasedRow[]> {
  const found = await sql<ErasedRow>`
    select person_id as "personId", erased_at as "erasedAt", rule
      from erasures
     where city = (select app.city())
       and (${after?.at ?? null}::timestamptz is null or (erased_at, person_id) < (${after?.at ?? null}::timestamptz, ${after?.personId ?? null}::uuid))
     order by erased_at desc, person_id desc
     limit 51`.execute(tx);
  return found.rows;
}
