import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { networkOf } from '#platform/http/network.ts';

// More sessions than a city has open at once; the one noted first goes first.
const mostKnown = 20_000;

/**
 * Limits how much one session asks in a minute, and one network without a session: an office behind one address is many
 * people. A token counts as a session from its first answer on, so that made-up ones open no counts of their own.
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  const known = new Set<string>();
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) =>
      known.has(request.token) ? `session ${request.token}` : networkOf(request.ip),
  });
  app.addHook('onResponse', async (request, reply) => {
    // The language is known exactly when the server found whose the session is.
    if (request.token && request.locale) known.add(request.token);
    else if (reply.statusCode === 401) known.delete(request.token);
    if (known.size > mostKnown) known.delete(known.values().next().value ?? '');
  });
}
