import { sql } from 'kysely';
import type { Definition } from '#indicators/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** What each indicator means: the comment of its view, so that the words and the SQL stand in one file. */
export async function readDefinitions(tx: Tx): Promise<Definition[]> {
  const found = await sql<{ name: string; comment: string }>`
    select substr(c.relname, 11) as name, obj_description(c.oid, 'pg_class') as comment
      from pg_class c
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'v' and c.relname like 'indicator\\_%'
     order by c.relname`.execute(tx);
  return found.rows.map(({ name, comment }) => definitionOf(name, comment));
}

function definitionOf(name: string, comment: string): Definition {
  const lines = new Map(
    comment.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  const of = (key: string) => lines.get(key) ?? '';
  return {
    name,
    title: { id: of('title.id'), en: of('title.en') },
    text: { id: of('id'), en: of('en') },
    source: of('source'),
    unit: of('unit'),
  };
}
