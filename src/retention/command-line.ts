import { parseArgs } from 'node:util';
import { openForCommand } from '#platform/command-line/open.ts';
import type { Config } from '#platform/config.ts';
import { asService } from '#platform/database/service.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { listCities } from '#platform/open-city.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { runRetention } from '#retention/jobs.ts';
import { messages as rules } from '#retention/messages.ts';
import { type RetentionRule, retentionRules } from '#retention/rules.ts';

const messages = {
  city: { id: '{code} {name}, {at}', en: '{code} {name}, {at}' },
  line: {
    id: '  {n} selesai, {held} ditahan, {soon} dalam 30 hari: {rule} ({months} bulan)',
    en: '  {n} done, {held} held, {soon} within 30 days: {rule} ({months} months)',
  },
  never: { id: '  belum pernah dijalankan', en: '  has never run' },
} satisfies Messages;

const usage = 'rangkul retention report | run';

type Shown = {
  readonly rule: RetentionRule;
  readonly months: number;
  readonly done: number;
  readonly held: number;
  readonly dueSoon: number;
};

/** `rangkul retention`: what the last nightly run did, or a run now. */
export async function runRetentionCommand(
  config: Config,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [act, ...more] = parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  if ((act !== 'report' && act !== 'run') || more.length > 0)
    throw new StartRefusal('argument-missing', { usage });
  const database = await openForCommand(config);
  try {
    const { jobs, keys } = database;
    const world = { keys, now: () => new Date() };
    for (const { code, name } of await listCities(jobs)) {
      const { at, runs } =
        act === 'run'
          ? { at: world.now(), runs: await runRetention({ jobs, city: code, world }) }
          : await asService(jobs, { city: code, purpose: 'retention' }, async (client) => {
              const found = await client.query<Shown & { at: Date }>(
                `select rule, after_months as months, done, held, due_soon as "dueSoon", ran_at as at
                   from retention_runs
                  where city = (select app.city())
                    and run_id = (select r.run_id from retention_runs r where r.city = (select app.city()) order by r.ran_at desc limit 1)
                  order by array_position($1::text[], rule)`,
                [retentionRules.map(({ rule }) => rule)],
              );
              return { at: found.rows[0]?.at, runs: found.rows };
            });
      say(words(messages.city, config.language, { code, name, at: at?.toISOString() ?? '' }));
      for (const line of linesOf(runs, config.language)) say(line);
    }
    return 0;
  } finally {
    await database.close();
  }
}

function linesOf(runs: readonly Shown[], language: 'id' | 'en'): string[] {
  if (runs.length === 0) return [words(messages.never, language)];
  return runs.map((run) =>
    words(messages.line, language, {
      n: run.done,
      held: run.held,
      soon: run.dueSoon,
      months: run.months,
      rule: words(rules[run.rule], language),
    }),
  );
}
