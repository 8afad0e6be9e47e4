// Run as a process by tests: starts the embedded database of the folder named first, prints its connection as JSON, and
// holds it until told to stop.
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const [dataFolder = ''] = process.argv.slice(2);
try {
  const database = await startEmbedded({ dataFolder, say: (line) => process.stderr.write(`${line}\n`) });
  process.stdout.write(`${JSON.stringify(database.connection)}\n`);
  process.once('SIGTERM', () => database.stop().then(() => process.exit(0)));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.code })}\n`);
  process.exit(1);
}
