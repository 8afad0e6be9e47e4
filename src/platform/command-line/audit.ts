import { parseArgs } from 'node:util';
import { type Verdict, verifyAudit } from '#platform/audit/seal.ts';
import type { Config } from '#platform/config.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { listCities } from '#platform/open-city.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { openForCommand } from './open.ts';

const messages = {
  whole: {
    id: '{city}: utuh. {seals} segel atas {rows} baris, {open} baris belum disegel.',
    en: '{city}: whole. {seals} seals over {rows} rows, {open} rows not yet sealed.',
  },
  broken: {
    id: '{city}: RUSAK pada segel {seal} ({why}). Jangan mengubah apa pun; panggil pejabat pelindungan data dan inspektorat.',
    en: '{city}: BROKEN at seal {seal} ({why}). Change nothing; call the data protection officer and the inspectorate.',
  },
  head: {
    id: 'Kepala untuk disimpan di luar: --head {head}',
    en: 'The head, to be kept outside: --head {head}',
  },
  rows: { id: 'barisnya diubah', en: 'its rows were changed' },
  count: { id: 'barisnya kurang atau lebih', en: 'rows were removed or put in' },
  chain: { id: 'rantainya putus', en: 'the chain is cut' },
  gap: { id: 'segel hilang', en: 'a seal is missing' },
} satisfies Messages;

const usage = 'rangkul audit verify [--head SEAL:ROOT] [--city CODE]';

/** `rangkul audit verify`: recomputes every seal of the audit log; exit code 1 when one does not hold. */
export async function runAudit(
  config: Config,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { head: { type: 'string' }, city: { type: 'string' } },
  });
  if (positionals.join() !== 'verify') throw new StartRefusal('argument-missing', { usage });
  const head = values.head === undefined ? undefined : readHead(values.head);
  const database = await openForCommand(config);
  try {
    const all = await listCities(database.jobs);
    const chosen = all.filter((city) => !values.city || city.code === values.city);
    if (chosen.length === 0 || (head && chosen.length > 1))
      throw new StartRefusal('argument-missing', { usage });
    let whole = true;
    for (const city of chosen) {
      const verdict = await verifyAudit(database.jobs, city.code, head);
      for (const line of linesOf(verdict, `${city.code} ${city.name}`, config.language)) say(line);
      whole &&= verdict.broken === null;
    }
    return whole ? 0 : 1;
  } finally {
    await database.close();
  }
}

function readHead(text: string): { sealNo: number; root: string } {
  const [, number, root] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number || !root) throw new StartRefusal('argument-missing', { usage });
  return { sealNo: Number(number), root };
}

function linesOf(verdict: Verdict, city: string, language: 'id' | 'en'): string[] {
  const { broken, head } = verdict;
  const first = broken
    ? words(messages.broken, language, {
        city,
        seal: broken.sealNo,
        why: words(messages[broken.why], language),
      })
    : words(messages.whole, language, {
        city,
        seals: verdict.seals,
        rows: verdict.sealedRows,
        open: verdict.unsealedRows,
      });
  return head ? [first, words(messages.head, language, { head: `${head.sealNo}:${head.root}` })] : [first];
}
