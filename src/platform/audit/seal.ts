import type pg from 'pg';
import { asService } from '#platform/database/service.ts';

/** Seals a city's audit rows that have been committed since the last seal; answers how many. */
export async function sealAudit(jobs: pg.Pool, city: string): Promise<number> {
  return asService(jobs, { city, purpose: 'jobs' }, async (client) => {
    const found = await client.query<{ sealed: number }>('select app.seal_audit() as sealed');
    return found.rows[0]?.sealed ?? 0;
  });
}

export type Verdict = {
  readonly seals: number;
  readonly sealedRows: number;
  readonly unsealedRows: number;
  /** The number and root of the newest seal, to be kept outside (printed, sent to the inspectorate). */
  readonly head: { readonly sealNo: number; readonly root: string } | null;
  readonly broken: { readonly sealNo: number; readonly why: 'rows' | 'count' | 'chain' | 'gap' } | null;
};

type Seal = {
  seal_no: number;
  from_txid: string;
  before_txid: string;
  row_count: number;
  root: Buffer;
  previous_root: Buffer;
};

/**
 * Recomputes every seal from the rows, oldest first, and names the first that does not hold. A cut tail looks whole
 * from inside: that is what the head, kept outside, is for (`--head SEAL:ROOT`).
 */
export async function verifyAudit(
  jobs: pg.Pool,
  city: string,
  kept?: { sealNo: number; root: string },
): Promise<Verdict> {
  return asService(jobs, { city, purpose: 'jobs' }, async (client) => {
    const seals = (
      await client.query<Seal>(
        `select seal_no, from_txid::text, before_txid::text, row_count, root, previous_root
         from audit_seals where city = (select app.city()) order by seal_no`,
      )
    ).rows;
    let broken: Verdict['broken'] = null;
    for (const [n, seal] of seals.entries()) {
      const why = await faultOf(client, seal, seals[n - 1], n);
      if (why) {
        broken = { sealNo: seal.seal_no, why };
        break;
      }
    }
    const last = seals.at(-1);
    if (!broken && kept) {
      const same = seals.find((seal) => seal.seal_no === kept.sealNo);
      if (same?.root.toString('hex') !== kept.root) broken = { sealNo: kept.sealNo, why: 'chain' };
    }
    const open = await client.query<{ n: number }>(
      `select count(*)::int as n from audit_rows where city = (select app.city()) and txid >= $1::xid8`,
      [last?.before_txid ?? '0'],
    );
    return {
      seals: seals.length,
      sealedRows: seals.reduce((sum, seal) => sum + seal.row_count, 0),
      unsealedRows: open.rows[0]?.n ?? 0,
      head: last ? { sealNo: last.seal_no, root: last.root.toString('hex') } : null,
      broken,
    };
  });
}

async function faultOf(
  client: pg.ClientBase,
  seal: Seal,
  before: Seal | undefined,
  n: number,
): Promise<'rows' | 'count' | 'chain' | 'gap' | null> {
  if (seal.seal_no !== n + 1 || seal.from_txid !== (before?.before_txid ?? '0')) return 'gap';
  if (!seal.previous_root.equals(before?.root ?? Buffer.alloc(0))) return 'chain';
  const found = await client.query<{ row_count: number; root: Buffer }>(
    'select * from app.audit_root($1::xid8, $2::xid8, $3)',
    [seal.from_txid, seal.before_txid, seal.previous_root],
  );
  const made = found.rows[0];
  if (made?.row_count !== seal.row_count) return 'count';
  return made.root.equals(seal.root) ? null : 'rows';
}
