// Writes docs/access.md from the tables of the code: `sh bin/on24 node test/access/document.ts`. A test keeps it current.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstRunRoutes } from '#agencies/session/first-run.ts';
import { type SessionDoor, sessionRoutes } from '#agencies/session/routes.ts';
import { sliceRoutes } from '#app.ts';
import type { Route } from '#platform/http/routes.ts';
import { staffRoles } from '#platform/roles.ts';
import { databaseReaches, knowsName, mayRead } from '#test/access/oracle.ts';
import { fields, relations } from '#test/access/world.ts';
import { cast } from '#test/cast.ts';

const root = join(import.meta.dirname, '../..');
export const accessPage = join(root, 'docs/access.md');

/** The whole page. */
export async function accessText(): Promise<string> {
  return [
    '# Who may see and do what',
    '',
    'Written from the tables in `src/*/access.ts` and the declared routes; do not edit. Two locks hold it: the application asks',
    'what the viewer is to the child (`migrations/current/person-standing.sql`) and reveals what the tables below say; the',
    'database lets through only rows within reach (`migrations/0005-reach.sql`, `0006-row-security.sql`).',
    '`test/access/access-matrix.test.ts` drives every member of the cast at every route, with both locks and with each alone.',
    '',
    ...(await tables()),
    ...routeTable(),
    ...publicRoutes(),
    ...oneLock(),
  ].join('\n');
}

async function tables(): Promise<string[]> {
  const lines: string[] = [];
  for (const file of globSync(['src/*/access.ts', 'src/*/access/*.ts'], { cwd: root }).sort()) {
    if (file.includes('platform')) continue;
    const exported: Record<string, unknown> = await import(join(root, file));
    const found = Object.entries(exported)
      .filter(([name, value]) => isTable(value) && /disclosure|abilities/i.test(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (found.length === 0) continue;
    const heading = `## ${file.split('/')[1]}`;
    lines.push(...(lines.includes(heading) ? [] : [heading, '']), `From [${file}](../${file}).`, '');
    const reasons = commentsOf(readFileSync(join(root, file), 'utf8'));
    for (const [name, value] of found)
      lines.push(
        ...(/disclosure/i.test(name)
          ? disclosureLines(name, value as Record<string, Record<string, unknown>>)
          : abilityLines(name, value as Record<string, readonly string[]>, reasons)),
      );
  }
  return lines;
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function disclosureLines(name: string, table: Record<string, Record<string, unknown>>): string[] {
  const columns = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
  return [
    `**${name}**: what each standing reveals`,
    '',
    `| standing | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...Object.entries(table).map(
      ([standing, row]) => `| ${standing} | ${columns.map((column) => words(row[column])).join(' | ')} |`,
    ),
    '',
  ];
}

function abilityLines(
  name: string,
  table: Record<string, readonly string[]>,
  reasons: Map<string, string>,
): string[] {
  return [
    `**${name}**: what each standing may do`,
    '',
    '| act | standings | |',
    '|---|---|---|',
    ...Object.entries(table).map(
      ([act, standings]) =>
        `| ${act} | ${Array.isArray(standings) ? standings.join(', ') || 'nobody' : ''} | ${reasons.get(act) ?? ''} |`,
    ),
    '',
  ];
}

/** The comment above each key of a literal table: the reason a lawyer would read. */
function commentsOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/\/\*\* ([^*]+) \*\/\n\s+(\w+):/g)].map((found) => [found[2] ?? '', found[1] ?? '']),
  );
}

function words(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false || value === undefined) return '–';
  return String(value);
}

function routeTable(): string[] {
  const rows = sliceRoutes
    .filter((route) => route.kind !== 'public')
    .map((route) => ({ address: addressOf(route), may: mayOf(route) }));
  return [
    '## Routes and roles',
    '',
    'A role that is not marked is turned away at the door; a role that is marked still meets only what it has a standing to.',
    '',
    `| route | ${staffRoles.map((role) => role.replaceAll('_', ' ')).join(' | ')} |`,
    `|---|${staffRoles.map(() => ':-:').join('|')}|`,
    ...rows.map(
      ({ address, may }) =>
        `| \`${address}\` | ${staffRoles.map((role) => (may.includes(role) ? '●' : '')).join(' | ')} |`,
    ),
    '',
  ];
}

function addressOf(route: Route): string {
  if (route.kind === 'command') return `POST /api/${route.command.name}`;
  if (route.kind === 'page') return `GET /api${route.path}`;
  if (route.kind === 'public' && route.onPaper) return `${route.method} ${route.path}`;
  return `${route.method} /api${route.path}`;
}

function mayOf(route: Route): readonly string[] {
  if (route.kind === 'public') return [];
  return route.kind === 'command' ? route.command.may : route.may;
}

function publicRoutes(): string[] {
  const list = sliceRoutes.filter((route) => route.kind === 'public').map(addressOf);
  // Only what is declared is asked of these routes; none of them runs.
  const session = sessionRoutes({} as SessionDoor).map(addressOf);
  const work = async () => undefined;
  const first = firstRunRoutes({ desks: work, make: work }).map(addressOf);
  return [
    '## Routes without a session',
    '',
    ...[...session, ...first, ...list].map((it) => `- \`${it}\``),
    '',
    'None of them shows anything about a child. The cast is read in a demonstration only; the first run answers until the city has',
    'its first administrator.',
    '',
  ];
}

/** Cells that only the application keeps: the database alone, being coarser, would let them through. */
function oneLock(): string[] {
  const rows = relations.flatMap((relation) =>
    cast.flatMap(({ username, role, agencyCode }) => {
      const only = fields.filter(
        (field) =>
          field !== 'nik' &&
          ['name', 'mother', 'address', 'mark', 'ownWords'].includes(field) &&
          databaseReaches(relation, username) &&
          !mayRead(relation, field, username),
      );
      return only.length > 0 ? [`| ${relation} | ${role} of ${agencyCode} | ${only.join(', ')} |`] : [];
    }),
  );
  return [
    '## What only one lock keeps',
    '',
    'Row security is coarser than the tables above: it lets a whole box of an identity through or none of it. For these viewers',
    'the database alone would let the named fields through; the application keeps them back.',
    '',
    '| child | viewer | fields |',
    '|---|---|---|',
    ...[...new Set(rows)],
    '',
    `(${Object.keys(knowsName).length} relations, ${cast.length} members of the cast, ${fields.length} fields.)`,
    '',
  ];
}

if (process.argv[1] === import.meta.filename) writeFileSync(accessPage, await accessText());
