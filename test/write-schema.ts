// Writes schema.sql and the row types from a freshly migrated embedded database: `sh bin/on24 node test/write-schema.ts`.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPool } from '#platform/database/connection.ts';
import { describeSchema, describeTypes } from '#platform/database/describe.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { prepareTemplate } from '#test/database.ts';
import { tempFolder } from '#test/temp-folder.ts';

const folder = tempFolder('schema');
const embedded = await startEmbedded({ dataFolder: join(folder, 'data'), say: () => undefined });
try {
  await prepareTemplate({ connection: embedded.connection, keysFolder: join(folder, 'keys') });
  const pool = openPool(
    { ...embedded.connection, database: 'rangkul_template' },
    { role: 'superuser', secret: Buffer.alloc(32), max: 1 },
    () => undefined,
  );
  writeFileSync('schema.sql', await describeSchema(pool));
  writeFileSync('src/platform/database/schema.generated.ts', await describeTypes(pool));
  await pool.end();
} finally {
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}
