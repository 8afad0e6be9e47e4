// What PostgreSQL does for each hot statement, those inside functions included, as auto_explain tells it.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from '#bench/city/people-rows.ts';
import { ask, type Client, type Reply, signIn } from '#bench/client.ts';
import { atMost, type Bench, type Figure } from '#bench/figures/bench.ts';
import { encounter } from '#bench/figures/writes.ts';
import { startProgram } from '#bench/process.ts';

const manyRows = 10_000;
// A statement is planned anew for its first five turns on a connection; what stays is the sixth.
const turns = 8;

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_parameter_max_length': '0',
} as const;

type Hot = {
  readonly name: string;
  readonly as: string;
  readonly send: (client: Client, n: number) => Promise<Reply>;
};

const hot: readonly Hot[] = [
  {
    name: 'recording an encounter',
    as: 'beban.lapangan',
    send: (client, n) => ask(client, 'POST', '/api/encounters/record', encounter(2 * n)),
  },
  {
    name: '"met before?"',
    as: 'beban.lapangan',
    send: (client) =>
      ask(client, 'POST', '/api/persons/met-before', {
        names: ['Rafi Saputra'],
        aliases: ['Rafi'],
        sex: 'male',
        ageLow: 11,
        ageHigh: 13,
        mother: 'Yusnidar',
      }),
  },
  {
    name: 'search by a common name',
    as: 'beban.penyelia',
    send: (client) => ask(client, 'POST', '/api/persons/search', { text: 'Muhammad' }),
  },
  {
    name: 'the record of a child',
    as: 'beban.penyelia',
    send: (client, n) => ask(client, 'GET', `/api/persons/${idOf(n * 60, 'person')}`),
  },
  {
    name: 'the lifeline of a child',
    as: 'beban.penyelia',
    send: (client, n) => ask(client, 'GET', `/api/persons/${idOf(n * 60, 'person')}/lifeline`),
  },
  {
    name: 'the board',
    as: 'beban.kesra',
    send: (client) => ask(client, 'GET', '/api/indicators/board'),
  },
  {
    name: 'month and area',
    as: 'beban.kesra',
    send: (client) => ask(client, 'GET', '/api/indicators/month-area'),
  },
  {
    name: 'a list of cases',
    as: 'beban.penyelia',
    send: (client) => ask(client, 'GET', '/api/cases?scope=unit&order=changed'),
  },
];

/** `seq-scans`: how many hot statements read a table of more than 10,000 rows from end to end; the plans go to a file. */
export async function measurePlans(bench: Bench): Promise<Figure[]> {
  for (const [name, value] of Object.entries(settings))
    await bench.admin.query(`alter role rangkul_app set ${name} = '${value}'`);
  const large = await bench.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and reltuples > ${manyRows}`,
  );
  const names = large.rows.map((row) => row.name);
  const server = await startProgram('bench/server.ts', bench.env, '/api/session');
  const sections: string[] = [];
  let scans = 0;
  try {
    for (const one of hot) {
      const client = await signIn(server.port, one.as);
      const from = logSize(bench.logFolder);
      for (let n = 0; n < turns; n++) {
        const reply = await one.send(client, n);
        if (reply.status !== 200) throw new Error(`${one.name}: ${reply.status} ${reply.text.slice(0, 200)}`);
      }
      client.agent.destroy();
      const plans = plansIn(readLog(bench.logFolder, from)).filter((plan) =>
        names.some((name) => reads(plan.text, name)),
      );
      for (const plan of plans)
        scans += names.filter((name) => plan.text.includes(`Seq Scan on ${name} `)).length;
      sections.push(`# ${one.name}\n\n${plans.map((plan) => `${plan.query}\n${plan.text}`).join('\n\n')}`);
    }
  } finally {
    await server.stop();
    for (const name of Object.keys(settings)) await bench.admin.query(`alter role rangkul_app reset ${name}`);
  }
  const about = `Plans of the hot statements at ${bench.size.toLocaleString('en')} persons: those that read a table of more than ${manyRows.toLocaleString('en')} rows (${names.join(', ')}).\nStatements inside functions stand by themselves. Written by npm run bench -- --only plans.`;
  writeFileSync('docs/measurements/plans.txt', `${about}\n\n${sections.join('\n\n\n')}\n`);
  return [atMost('seq-scans', scans, 0, '', hot.length * turns)];
}

function reads(plan: string, table: string): boolean {
  return plan.includes(` on ${table} `) || plan.includes(`using ${table}_`);
}

type Plan = { readonly query: string; readonly text: string };

// What is read and how, and what it cost in all; neither the looks at the session nor branches that were never taken.
function told(lines: readonly string[]): string[] {
  const kept = lines.filter(
    (line) => /Scan|Join|Loop|Index Cond|Aggregate|Limit/.test(line) && !line.includes('never executed'),
  );
  const buffers = lines.find((line) => line.includes('Buffers:'));
  return [...kept, ...(buffers ? [`in all:${buffers.trim().replace('Buffers', '')}`] : [])].map((line) =>
    line
      .replace(/^\t/, '')
      .replace(/\(cost=[^)]*\) /, '')
      .slice(0, 140)
      .trimEnd(),
  );
}

/** The last plan of each statement in a stretch of PostgreSQL's log. */
function plansIn(log: string): Plan[] {
  const found = new Map<string, string>();
  for (const entry of log.split(/\n(?=\S)/)) {
    const at = entry.indexOf('Query Text:');
    if (!entry.includes('plan:') || at < 0) continue;
    const lines = entry.slice(at + 'Query Text:'.length).split('\n');
    const first = lines.findIndex((line) => /\(cost=|\(actual /.test(line));
    if (first < 0) continue;
    const query = lines.slice(0, first).join(' ').replace(/\s+/g, ' ').trim();
    found.set(query, told(lines.slice(first)).join('\n'));
  }
  return [...found].map(([query, text]) => ({ query: query.slice(0, 300), text }));
}

function logSize(folder: string): Map<string, number> {
  return new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]));
}

function readLog(folder: string, from: ReadonlyMap<string, number>): string {
  return readdirSync(folder)
    .map((name) =>
      readFileSync(join(folder, name))
        .subarray(from.get(name) ?? 0)
        .toString(),
    )
    .join('\n');
}
