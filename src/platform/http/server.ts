import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import Format from 'typebox/format';
import type { ApplicationLock } from '#platform/access.ts';
import { isCalendarDate, isInstant } from '#platform/calendar.ts';
import type { Database } from '#platform/database/transaction.ts';
import { brokenAddresses } from '#platform/http/broken-address.ts';
import { errorAnswerer } from '#platform/http/errors.ts';
import { readForms } from '#platform/http/forms.ts';
import { mountHealth } from '#platform/http/health.ts';
import { readJsonStrictly } from '#platform/http/json.ts';
import { mountRoute } from '#platform/http/mount.ts';
import { guardOrigin } from '#platform/http/origin.ts';
import { limitRate } from '#platform/http/rate.ts';
import type { Route } from '#platform/http/routes.ts';
import { trimTexts } from '#platform/http/texts.ts';
import { lettersIn } from '#platform/letters.ts';
import { openedForHeader } from '#platform/opened-for.ts';
import { askedLetters } from '#platform/schemas.ts';
import { version } from '#platform/version.ts';
import type { World } from '#platform/world.ts';

export type ServerOptions = {
  readonly database: Database;
  readonly lock: ApplicationLock;
  readonly world: World;
  readonly routes: readonly Route[];
  readonly log?: boolean | object;
  readonly requestsPerMinute?: number;
};

/** The HTTP server with every route of every slice; not yet listening. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.log ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 20_000,
    trustProxy: 'loopback',
    ...brokenAddresses,
    // Of what goes out nothing is asked any more.
    serializerOpts: {
      ajv: { formats: Object.fromEntries([...askedLetters.keys()].map((it) => [it, true])) },
    },
    genReqId: () => Math.random().toString(36).slice(2, 10),
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
  });
  Format.Set('date', isCalendarDate);
  Format.Set('date-time', isInstant);
  for (const [format, least] of askedLetters) Format.Set(format, (text) => lettersIn(text) >= least);
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  const answerError = errorAnswerer(options.database);
  app.setErrorHandler(answerError);
  readJsonStrictly(app);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(cookie);
  await app.register(compress, {
    global: true,
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { 1: 4 } },
  });
  await limitRate(app, options.requestsPerMinute ?? 1200);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Rangkul', version } },
  });
  app.addHook('onRequest', guardOrigin);
  app.decorateRequest('token', '');
  app.decorateRequest('openedFor', null);
  app.decorateRequest('locale', null);
  app.addHook('onRequest', async (request) => {
    request.token = request.cookies[cookieName(request)] ?? '';
    const openedFor = request.headers[openedForHeader];
    request.openedFor = typeof openedFor === 'string' ? openedFor : null;
  });
  mountHealth(app, options.database);
  const mounted = (onPaper: boolean) => async (part: FastifyInstance) => {
    part.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    part.addHook('preValidation', trimTexts);
    if (onPaper) readForms(part);
    for (const route of options.routes)
      if ((route.kind === 'public' && route.onPaper === true) === onPaper) mountRoute(part, route, options);
    if (!onPaper) part.setNotFoundHandler((request, reply) => answerError(notFound(), request, reply));
  };
  await app.register(mounted(false), { prefix: '/api' });
  await app.register(mounted(true));
  return app;
}

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Behind HTTPS a cookie is bound to this host by its name; on the plain loopback of a demonstration it can't be. */
export function hostBound(request: FastifyRequest, name: string): string {
  return request.protocol === 'https' ? `__Host-${name}` : name;
}

/** The cookie that holds the session's token. */
export function cookieName(request: FastifyRequest): string {
  return hostBound(request, 'rangkul');
}

function notFound(): Error {
  return Object.assign(new Error('not-found'), { statusCode: 404 });
}

declare module 'fastify' {
  interface FastifyRequest {
    token: string;
    /** For which member of staff the page was drawn that asks; null when it does not say. */
    openedFor: string | null;
    /** The language of whoever is signed in, once that is known. */
    locale: 'id' | 'en' | null;
  }
  interface FastifyContextConfig {
    needsSession?: boolean;
    secret?: string;
  }
}
