// Run as a process by tests: the command `serve` with an application whose every answer takes as long as it is told.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, readLanguage } from '#platform/config.ts';
import { type App, type AppOptions, serve } from '#platform/serve.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const answerAfter = Number(process.argv[2] ?? 0);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function bringUp({ config }: AppOptions): Promise<App> {
  const server = createServer(async (_, response) => {
    await pause(answerAfter);
    response.end('answered');
  });
  await new Promise<void>((resolve) => server.listen(config.port, config.host, resolve));
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

try {
  process.exit(await serve({ config: readConfig(), say, bringUp }));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.line[readLanguage()]}\n`);
  process.exit(1);
}
