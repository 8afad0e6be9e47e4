// The product's own server on the bench city, as a process of its own, so that its memory and CPU can be read from outside.
import { buildApp } from '#app.ts';
import { openPool } from '#platform/database/connection.ts';
import { databaseOn } from '#platform/database/transaction.ts';
import { openKeys } from '#platform/keys/ring.ts';

const connection = JSON.parse(process.env.BENCH_CONNECTION ?? '{}');
const keys = openKeys(process.env.BENCH_KEYS ?? '', { make: false, demonstration: true });
const secret = keys.of('database roles');
const report = (error: Error) => console.error(error.message);
const server = await buildApp({
  database: databaseOn(openPool(connection, { role: 'rangkul_app', secret, max: 16 }, report)),
  jobs: openPool(connection, { role: 'rangkul_jobs', secret, max: 2 }, report),
  world: { keys, now: () => new Date() },
  city: { code: '13.71', demonstration: true },
  log: { level: 'error' },
  requestsPerMinute: 10_000_000,
});
await server.listen({ host: '127.0.0.1', port: Number(process.env.BENCH_PORT) });
