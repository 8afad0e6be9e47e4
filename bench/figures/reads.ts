import { idOf } from '#bench/city/people-rows.ts';
import { ask, type Client, drive, percentile, type Reply, signIn } from '#bench/client.ts';
import { atLeast, atMost, type Bench, type Figure, samples, warmUp } from '#bench/figures/bench.ts';
import { askingsOf, registerOf } from '#bench/matching/generator.ts';
import type { MatchIdentity } from '#persons/match/identity.ts';

async function timed(one: (n: number) => Promise<Reply>, count = samples): Promise<number[]> {
  await drive(1, warmUp, one);
  const run = await drive(1, count, one);
  if (run.failed > 0) throw new Error(`${run.failed} of ${count} reads failed: ${run.firstFailure}`);
  return [...run.ms];
}

/** What the generator says an officer typed, as the request of "met before?". */
function typedOf(identity: MatchIdentity, today: Date): object {
  const age = (day: string) => Math.max(0, today.getFullYear() - Number(day.slice(0, 4)));
  return {
    names: (identity.names ?? []).slice(0, 3),
    aliases: (identity.aliases ?? []).slice(0, 5),
    sex: identity.sex ?? 'unknown',
    ...(identity.birthFrom && identity.birthTo
      ? { ageLow: age(identity.birthTo), ageHigh: age(identity.birthFrom) }
      : {}),
    ...(identity.mother?.[0] ? { mother: identity.mother[0] } : {}),
    ...(identity.father?.[0] ? { father: identity.father[0] } : {}),
    ...(identity.origin && identity.origin.length > 2 ? { originArea: identity.origin.slice(0, 5) } : {}),
  };
}

/** "Met before?" over the generator's mix, alone and with sixteen officers; and the most frequent names by themselves. */
export async function measureSearch(bench: Bench): Promise<Figure[]> {
  await bench.admin.query(
    `update app.settings set value = '100000000' where key = 'matchLooksPerOfficerPerDay'`,
  );
  const officers = await Promise.all(
    (await officersOf(bench)).map((username) => signIn(bench.server.port, username, 2)),
  );
  const register = [...registerOf(bench.seed, Math.min(bench.size, 20_000))];
  const today = new Date();
  const mix = askingsOf(bench.seed + 1, register, { returning: 700, others: 300 }).map((asking) =>
    typedOf(asking.identity, today),
  );
  const look = (n: number) =>
    ask(officers[n % officers.length] as Client, 'POST', '/api/persons/met-before', mix[n % mix.length]);
  const alone = await timed(look);
  const many = await drive(16, 1600, look);
  const supervisor = await signIn(bench.server.port, 'beban.penyelia');
  const common = await timed((n) =>
    ask(supervisor, 'POST', '/api/persons/search', { text: commonNames(register)[n % 100] ?? 'Muhammad' }),
  );
  return [
    atMost('search-c1', percentile(alone, 0.95), 25, 'ms', alone.length),
    atLeast('search-rate', many.perSecond, 100, '1/s', 1600),
    atMost('search-common', percentile(common, 0.95), 60, 'ms', common.length),
  ];
}

/** Sixteen officers with nothing looked for yet: the day's count of each is short, as the city's limit keeps it. */
async function officersOf({ admin }: Bench): Promise<string[]> {
  await admin.query('delete from app.match_looks');
  const names = Array.from({ length: 16 }, (_, n) => `beban.lapangan${n}`);
  await admin.query(
    `insert into app.staff (city, staff_id, username, name, agency_code, role, state)
     select '13.71', gen_random_uuid(), username, username, 'SATPOL_PP', 'field_officer', 'active' from unnest($1::text[]) username
         on conflict do nothing`,
    [names],
  );
  return names;
}

let counted: string[] | undefined;
function commonNames(register: readonly { identity: MatchIdentity }[]): string[] {
  if (counted) return counted;
  const counts = new Map<string, number>();
  for (const { identity } of register)
    for (const name of identity.names ?? [])
      for (const word of name.split(' ').filter((it) => it.length > 2))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  counted = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 100)
    .map(([word]) => word);
  return counted;
}

/** A child's page is two reads that the screen sends together: the record and the lifeline. */
export async function measureChildPage(bench: Bench): Promise<Figure[]> {
  const supervisor = await signIn(bench.server.port, 'beban.penyelia', 2);
  const cases = Math.round(bench.size * 0.15);
  const page = async (n: number): Promise<Reply> => {
    const id = idOf(((n * 7919) % cases) * 6, 'person');
    const started = performance.now();
    const [record, life] = await Promise.all([
      ask(supervisor, 'GET', `/api/persons/${id}`),
      ask(supervisor, 'GET', `/api/persons/${id}/lifeline`),
    ]);
    return { status: Math.max(record.status, life.status), text: '', ms: performance.now() - started };
  };
  const ms = await timed(page);
  return [atMost('child-page', percentile(ms, 0.95), 20, 'ms', ms.length)];
}

export async function measureBoard(bench: Bench): Promise<Figure[]> {
  const coordinator = await signIn(bench.server.port, 'beban.kesra');
  const board = await timed(() => ask(coordinator, 'GET', '/api/indicators/board'));
  const month = await timed(() => ask(coordinator, 'GET', '/api/indicators/month-area'));
  return [
    atMost('board', percentile(board, 0.95), 100, 'ms', board.length),
    atMost('month-area', percentile(month, 0.95), 5, 'ms', month.length),
  ];
}

/** The unit's open cases, the first page and the thousandth: keyset, so both cost the same. */
export async function measureLists(bench: Bench): Promise<Figure[]> {
  const supervisor = await signIn(bench.server.port, 'beban.penyelia');
  const path = '/api/cases?scope=unit&order=changed';
  const deep = Math.min(1000, Math.floor((bench.size * 0.075) / 50) - 1);
  let after = '';
  for (let page = 1; page < deep; page++) {
    const { text } = await ask(supervisor, 'GET', `${path}${after}`);
    const next: unknown = JSON.parse(text).next;
    if (typeof next !== 'string') break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  const first = await timed(() => ask(supervisor, 'GET', path));
  const last = await timed(() => ask(supervisor, 'GET', `${path}${after}`));
  bench.say(`list-1000th is page ${deep} at this size`);
  return [
    atMost('list-first', percentile(first, 0.95), 20, 'ms', first.length),
    atMost('list-1000th', percentile(last, 0.95), 20, 'ms', last.length),
  ];
}
