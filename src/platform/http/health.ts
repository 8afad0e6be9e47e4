import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '#platform/database/transaction.ts';
import { version } from '#platform/version.ts';

const patience = 2000;

/**
 * `/health`, for whatever watches the server: it answers, so the process lives; `ready` says whether it can work.
 * Nothing in it is secret, and nothing tells of people.
 */
export function mountHealth(app: FastifyInstance, database: Database): void {
  // Asked once at a time: a database that hangs must not fill the pool with questions about itself.
  let asking: Promise<boolean> | undefined;
  const reaches = (): Promise<boolean> => {
    asking ??= sql`select 1`
      .execute(database)
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  app.get('/health', { config: { rateLimit: false } }, async (_request, reply) => {
    const ready = await Promise.race([reaches(), after(patience)]);
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ alive: true, ready, database: ready ? 'reachable' : 'unreachable', version });
  });
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
}
