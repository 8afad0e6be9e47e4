import { sql } from 'kysely';
import type { RecordsQuestion } from '#indicators/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'figure-code-unknown': {
    status: 422,
    id: 'Kode ini tidak ada dalam daftar kota.',
    en: 'The city’s lists do not know this code.',
  },
});

type Codes = Partial<Pick<RecordsQuestion, 'place' | 'approach' | 'activity' | 'group'>>;

/** Refuses a place or code that the city never had: of those the figures would all be nought, which is no answer. */
export async function requireKnown(tx: Tx, asked: Codes): Promise<void> {
  const wanted = [
    { field: 'place', list: 'area', code: asked.place },
    { field: 'approach', list: 'approach', code: asked.approach },
    { field: 'activity', list: 'street_activity', code: asked.activity },
    { field: 'group', list: 'activity_group', code: asked.group === 'NONE' ? undefined : asked.group },
  ].filter((it) => it.code !== undefined);
  if (wanted.length === 0) return;
  const found = await sql<{ field: string }>`
    select w.field
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (field text, list text, code text)
     where case w.list
       when 'area' then w.code <> app.city() and not exists (
         select 1 from areas a where a.area_code = w.code and a.area_code like app.city() || '.%')
       else not exists (select 1 from codes c where c.city = (select app.city()) and c.list = w.list and c.code = w.code) end`.execute(
    tx,
  );
  const fields = found.rows.map(({ field }) => ({
    field,
    code: field === 'place' ? 'area-of-another-city' : 'figure-code-unknown',
  }));
  const [first] = fields;
  if (first) throw problem(first.code, { field: first.field, fields });
}
