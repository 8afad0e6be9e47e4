import type pg from 'pg';

// Writes what the migrations made: schema.sql for the reviewer's eye, and the row types that queries are checked against.
type Column = {
  schema: string;
  table: string;
  name: string;
  type: string;
  udt: string;
  nullable: boolean;
  fallback: string | null;
  generated: boolean;
};

const ours = `('app', 'sec', 'jobs', 'portal')`;

async function readColumns(pool: pg.Pool): Promise<Column[]> {
  const found = await pool.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, t.typname as udt,
           not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as fallback,
           (a.attgenerated <> '' or a.attidentity = 'a') as generated
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where n.nspname in ${ours} and c.relkind in ('r', 'v', 'p') and a.attnum > 0 and not a.attisdropped
     order by n.nspname, c.relname, a.attnum`);
  return found.rows;
}

const types: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float8: 'number',
  timestamptz: 'Timestamp',
  date: 'string',
  jsonb: 'Json',
  json: 'Json',
  bytea: 'Buffer',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  tstzrange: 'string',
  interval: 'string',
  xid8: 'string',
  name: 'string',
  regclass: 'string',
};

function typeOf(column: Column, isView: boolean): string {
  const base = types[column.udt] ?? 'unknown';
  const whole = column.nullable && !isView ? `${base} | null` : base;
  if (column.generated) return `GeneratedAlways<${whole}>`;
  return column.fallback ? `Generated<${whole}>` : whole;
}

/** The TypeScript text of src/platform/database/schema.generated.ts. */
export async function describeTypes(pool: pg.Pool): Promise<string> {
  const columns = (await readColumns(pool)).filter((column) => column.schema === 'app');
  const views = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'v'`,
  );
  const viewNames = new Set(views.rows.map((row) => row.name));
  const tables = Map.groupBy(columns, (column) => column.table);
  const lines = [
    '// Written from the database by `rangkul schema`; do not edit.',
    `import type { ColumnType, GeneratedAlways } from 'kysely';`,
    '',
    'export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>',
    '  ? ColumnType<S, I | undefined, U>',
    '  : ColumnType<T, T | undefined, T>;',
    'export type Timestamp = ColumnType<Date, Date | string, Date | string>;',
    'export type Json = ColumnType<unknown, string, string>;',
    '',
    'export interface DB {',
  ];
  for (const [table, its] of tables) {
    lines.push(`  ${table}: {`);
    for (const column of its) lines.push(`    ${column.name}: ${typeOf(column, viewNames.has(table))};`);
    lines.push('  };');
  }
  lines.push('}', '');
  return lines.join('\n');
}

/** The text of schema.sql: tables with columns and constraints, indexes, policies, triggers, functions and views, in order of name. */
export async function describeSchema(pool: pg.Pool): Promise<string> {
  const parts: string[] = [
    '-- What the migrations make, written from the catalogue by `rangkul schema`; for reading, not for running.',
    '',
  ];
  const columns = await readColumns(pool);
  const constraints = await rowsOf(
    pool,
    `select n.nspname || '.' || c.relname as on_table, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and k.contype <> 'n' order by 1, k.contype desc, k.conname`,
  );
  for (const [table, its] of Map.groupBy(columns, (column) => `${column.schema}.${column.table}`)) {
    const lines = its.map(
      (column) =>
        `  ${column.name} ${column.type}${column.nullable ? '' : ' not null'}${column.fallback && !column.generated ? ` default ${column.fallback}` : ''}`,
    );
    parts.push(
      `relation ${table} (`,
      [...lines, ...constraints.filter((row) => row.on_table === table).map((row) => row.line)].join(',\n'),
      ');',
      '',
    );
  }
  for (const query of definitions) parts.push(...(await rowsOf(pool, query)).map((row) => row.line), '');
  return `${parts.join('\n').trimEnd()}\n`;
}

const definitions = [
  `select '' as on_table, indexdef || ';' as line from pg_indexes where schemaname in ${ours} order by 2`,
  `select '' as on_table, 'policy ' || policyname || ' on ' || schemaname || '.' || tablename || ' ' || lower(permissive) || ' for ' || lower(cmd) || ' to ' || array_to_string(roles, ', ')
    || coalesce(' using (' || regexp_replace(qual, '\\s+', ' ', 'g') || ')', '') || coalesce(' with check (' || regexp_replace(with_check, '\\s+', ' ', 'g') || ')', '') || ';' as line
    from pg_policies where schemaname in ${ours} order by 2`,
  `select '' as on_table, pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and not t.tgisinternal order by 2`,
  `select '' as on_table, 'function ' || p.oid::regprocedure || case when p.prosecdef then ' security definer' else '' end || ' ' || md5(p.prosrc) || ';' as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${ours} order by 2`,
  `select '' as on_table, 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' on ' || table_schema || '.' || table_name || ' to ' || grantee || ';' as line
    from information_schema.role_table_grants where table_schema in ${ours} and grantee like 'rangkul_%' and grantee <> 'rangkul_migrator' group by table_schema, table_name, grantee order by 2`,
];

async function rowsOf(pool: pg.Pool, text: string): Promise<{ on_table: string; line: string }[]> {
  return (await pool.query<{ on_table: string; line: string }>(text)).rows;
}
