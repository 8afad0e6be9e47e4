import { sql } from 'kysely';
import { findAreaName } from '#areas/queries.ts';
import type { PersonRecord } from '#persons/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { type DisclosableField, type KeptField, keptFields } from '#referrals/rules.ts';
import type { DisclosedField } from '#referrals/schema.ts';

/** What a case says now of the fields that a referral keeps; an empty one is absent. */
export type Kept = Partial<Record<KeptField, string>>;

/** Reads from a case what a referral sent now would keep: latest needs, risk, conclusion of the assessment, own words. */
export async function readKeptFields(tx: Tx, caseId: string, personId: string): Promise<Kept> {
  const found = await sql<{ field: KeptField; body: string }>`
    with same as (select same_as from person_alias where city = (select app.city()) and person_id = ${personId})
    select k.field, k.body from (
      select 'need' as field, (select array_to_string(e.needs, ',') from encounters e
        where e.city = (select app.city()) and e.person_id in (select same_as from same) and e.needs <> '{}'
        order by e.occurred_at desc limit 1) as body
      union all
      select 'riskLevel', (select c.risk_level from cases c where c.city = (select app.city()) and c.case_id = ${caseId})
      union all
      select 'assessmentSummary', (select coalesce(nullif(a.conclusion, ''), nullif(a.problems, '')) from assessments a
        where a.city = (select app.city()) and a.case_id = ${caseId} order by a.made_at desc limit 1)
      union all
      select 'ownWords', (select t.own_words from encounter_texts t
        join encounters e on e.city = t.city and e.encounter_id = t.encounter_id
        where t.city = (select app.city()) and t.person_id in (select same_as from same) and t.own_words <> ''
        order by e.occurred_at desc limit 1)) k
     where body <> ''`.execute(tx);
  return Object.fromEntries(found.rows.map((row) => [row.field, row.body]));
}

/** Keeps the question and what was disclosed of the case, as it stands now. */
export async function writeContents(
  tx: Tx,
  referralId: string,
  contents: { readonly question: string; readonly kept: Kept; readonly discloses: readonly string[] },
): Promise<void> {
  const kept = keptFields.flatMap((field) => {
    const body = contents.kept[field];
    return body && contents.discloses.includes(field) ? [{ field, body }] : [];
  });
  const rows = [{ field: 'question', body: contents.question }, ...kept];
  await sql`
    insert into referral_contents (referral_id, field, body)
    select ${referralId}, c.field, c.body
      from unnest(${rows.map((row) => row.field)}::text[], ${rows.map((row) => row.body)}::text[]) as c (field, body)`.execute(
    tx,
  );
}

/** The question and kept fields of a referral, as far as the database shows them. */
export async function readContents(tx: Tx, referralId: string): Promise<{ question: string; kept: Kept }> {
  const found = await sql<{ field: KeptField | 'question'; body: string }>`
    select field, body from referral_contents
     where city = (select app.city()) and referral_id = ${referralId}`.execute(tx);
  const { question = '', ...kept } = Object.fromEntries(found.rows.map((row) => [row.field, row.body]));
  return { question, kept };
}

type Sources = { readonly record: PersonRecord | null; readonly kept: Kept };

/** The disclosed fields with their values. Name, age and sex are shown by the person itself. */
export async function fieldsWithValues(
  tx: Tx,
  fields: readonly DisclosableField[],
  from: Sources,
): Promise<DisclosedField[]> {
  const origin = fields.includes('originArea') && from.record?.originArea;
  const originName = origin ? await findAreaName(tx, origin) : null;
  return fields.map((field) => ({
    field,
    ...(field === 'originArea' ? (originName ? { text: originName } : {}) : shownOf(field, from)),
  }));
}

function shownOf(
  field: Exclude<DisclosableField, 'originArea'>,
  { record, kept }: Sources,
): Omit<DisclosedField, 'field'> {
  switch (field) {
    case 'name':
    case 'age':
    case 'sex':
      return {};
    case 'kin':
      return record?.details?.kin?.length ? { kin: record.details.kin } : {};
    case 'address': {
      const lines = [record?.details?.address, record?.details?.phone].filter(Boolean);
      return lines.length ? { text: lines.join(' · ') } : {};
    }
    case 'need':
      return kept.need ? { codes: kept.need.split(',') } : {};
    case 'riskLevel':
      return kept.riskLevel ? { codes: [kept.riskLevel] } : {};
    case 'assessmentSummary':
    case 'ownWords': {
      const text = kept[field];
      return text ? { text } : {};
    }
  }
}
