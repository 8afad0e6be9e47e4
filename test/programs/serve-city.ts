// Run as a process by tests: a real city as `rangkul serve` runs it, without the web pages, which it does not need.
import { startApp } from '#app.ts';
import { readConfig } from '#platform/config.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const config = readConfig();
const say = (line: string) => process.stderr.write(`${line}\n`);
try {
  const database = await startEmbedded({ ...config, say });
  const { connection, dataFolder } = database;
  const app = await startApp({ config, connection, dataFolder, webFolder: undefined, say });
  process.stdout.write('ready\n');
  process.once('SIGTERM', async () => {
    await app.stop();
    await database.stop();
    process.exit(0);
  });
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stdout.write(`${error.line.en}\n`);
  process.exit(1);
}
