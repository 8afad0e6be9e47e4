import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Pages = {
  /** The folder of the built web app, when there is one. */
  readonly webFolder: string | undefined;
  /** True while a city waits for its first administrator: every page then leads there. */
  readonly isFirstRun: () => boolean;
};

// Only what carries a mark of its contents in its name may be kept without asking again.
function cachingOf(path: string): string {
  return /\/assets\/[^/]+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The built web app; every address that is no file and not below /api is answered by its one page. */
export async function servePages(server: FastifyInstance, { webFolder, isFirstRun }: Pages): Promise<void> {
  if (!webFolder || !existsSync(join(webFolder, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', cachingOf(path)),
    index: false,
    preCompressed: true,
  });
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0];
    if (isFirstRun() && (path === '/' || path === '/masuk')) return reply.redirect('/mulai');
    return reply.sendFile('index.html');
  };
  server.get('/', page);
  server.setNotFoundHandler(page);
}
