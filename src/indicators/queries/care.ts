import { sql } from 'kysely';
import { medianOf } from '#indicators/rules.ts';
import type { Care } from '#indicators/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { AgeClass } from '#platform/schemas.ts';

type CareRow = { figure: string; code: string; n: number; of_all: number };
type Stretch = { readonly from: string; readonly to: string; readonly kind: 'year' | 'month' };

/** The figures on care of the whole city; hand-over hours of one age class. What is not due yet counts neither way. */
export async function readCare(tx: Tx, { from, to, kind }: Stretch, ageClass: AgeClass): Promise<Care> {
  const found = await sql<CareRow>`
    select c.figure, c.code, sum(c.n)::int as n, sum(c.of_all)::int as of_all
      from care_now c
     where c.city = (select app.city()) and c.month >= ${from}::date and c.month < ${to}::date and c.age_class in ('*', ${ageClass})
     group by c.figure, c.code`.execute(tx);
  const early = await sql<{ figure: string; code: string; n: number }>`
    select figure, code, n from app.not_yet_due(${from}::date, ${to}::date)`.execute(tx);
  const running = new Map(early.rows.map((row) => [`${row.figure} ${row.code}`, row.n]));
  const of = (figure: string) =>
    found.rows
      .filter((row) => row.figure === figure && row.of_all > 0)
      .map((row) => ({ ...row, of: row.of_all - (running.get(`${figure} ${row.code}`) ?? 0) }));
  const handover = of('handover').map((row) => ({ value: Number(row.code) / 10, n: row.n }));
  const assessed = of('assessed')[0];
  const agencies = of('referral')
    .filter((row) => row.of > 0)
    .map((row) => ({ agencyCode: row.code, n: row.n, of: row.of }))
    .toSorted((a, b) => b.of - a.of || (a.agencyCode < b.agencyCode ? -1 : 1));
  const factors = found.rows.filter((row) => row.figure === 'factor');
  const counted = (row: CareRow) => (kind === 'year' ? row.of_all : row.n);
  return {
    handover: { medianHours: medianOf(handover), of: handover.reduce((sum, row) => sum + row.n, 0) },
    assessed: { n: assessed?.n ?? 0, of: assessed?.of ?? 0 },
    referrals: {
      n: agencies.reduce((sum, row) => sum + row.n, 0),
      of: agencies.reduce((sum, row) => sum + row.of, 0),
      agencies,
    },
    home: of('home')
      .map((row) => ({ month: Number(row.code), n: row.n, of: row.of }))
      .toSorted((a, b) => a.month - b.month),
    factors: {
      assessed: factors.filter((row) => row.code === '*').reduce((sum, row) => sum + counted(row), 0),
      items: factors
        .filter((row) => row.code !== '*' && counted(row) > 0)
        .map((row) => ({ code: row.code, children: counted(row) }))
        .toSorted((a, b) => b.children - a.children || (a.code < b.code ? -1 : 1)),
    },
  };
}
