import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '#platform/http/network.ts';

// More sessions and links than a city has open at once; the one noted first goes first.
const mostKnown = 20_000;
// Opening, answering and checking in are a handful; a code that goes round a hall is scanned by many.
const perLink = 60;

/**
 * Limits how much one session asks in a minute, and one network without a session: an office behind one address is many
 * people. A token counts as a session from its first answer on, so that made-up ones open no counts of their own; so
 * does the secret of a link on paper, since a hall of people answers from one address.
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  const known = new Set<string>();
  const note = (key: string) => {
    known.add(key);
    if (known.size > mostKnown) known.delete(known.values().next().value ?? '');
  };
  await app.register(rateLimit, {
    global: true,
    max: (_request, key) => (key.startsWith('link ') ? perLink : perMinute),
    timeWindow: '1 minute',
    keyGenerator: (request) =>
      [linkOf(request), sessionOf(request)].find((key) => known.has(key)) ?? networkOf(request.ip),
  });
  app.addHook('onResponse', async (request, reply) => {
    const link = linkOf(request);
    if (link && reply.statusCode < 400) note(link);
    // The language is known exactly when the server found whose the session is.
    if (request.token && request.locale) note(sessionOf(request));
    else if (reply.statusCode === 401) known.delete(sessionOf(request));
  });
}

const sessionOf = (request: FastifyRequest) => `session ${request.token}`;

function linkOf(request: FastifyRequest): string {
  const { secret } = request.routeOptions.config;
  const params = request.params as Record<string, string> | undefined;
  return secret ? `link ${params?.[secret] ?? ''}` : '';
}
