import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { writeAudit } from '#platform/audit/write.ts';
import { type Command, carryOut, settleClock } from '#platform/commands.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { asViewer } from '#platform/database/transaction.ts';
import type { Download, PrintPage, Query, Route } from '#platform/http/routes.ts';
import type { ServerOptions } from '#platform/http/server.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';
import { Sent } from '#platform/schemas.ts';

/** Puts one declared route on the server; a route without a declaration of who may use it can't be written. */
export function mountRoute(app: FastifyInstance, route: Route, options: ServerOptions): void {
  if (route.kind === 'command') mountCommand(app, route.command, options);
  else if (route.kind === 'public')
    app.route({
      method: route.method,
      url: route.path,
      schema: { summary: route.summary, ...(route.body ? { body: route.body } : {}) },
      ...(route.secret ? { config: { secret: route.secret } } : {}),
      handler: (request, reply) => route.run(request, reply, options),
    });
  else mountRead(app, route, options);
}

// Whoever is not signed in is told that before anything of the body is read; what a false token sends is answered so too.
const behindSession = {
  config: { needsSession: true },
  onRequest: async (request: FastifyRequest): Promise<void> => {
    if (!request.token) throw problem('not-signed-in');
  },
};

function requireRole(viewer: Viewer, may: readonly StaffRole[]): void {
  if (!viewer.lock.mayUse(viewer.role, may)) throw problem('not-allowed');
}

type SentBody = { id: string; occurredAt?: string; basedOn?: string | number; input: unknown };

function mountCommand(app: FastifyInstance, it: Command, options: ServerOptions): void {
  app.post<{ Body: SentBody }>(
    `/${it.name}`,
    {
      ...behindSession,
      schema: {
        summary: it.summary,
        body: Sent(it.input),
        response: { 200: Type.Object({ outcome: Type.String(), result: it.result }) },
      },
    },
    async (request) => {
      const { id, occurredAt, basedOn, input } = request.body;
      const clock = settleClock(occurredAt, options.world.now());
      let afterwards: (() => void)[] = [];
      const outcome = await asViewer(
        options.database,
        { token: request.token, openedFor: request.openedFor, lock: options.lock, commandId: id },
        (tx, viewer, stored) => {
          afterwards = []; // an attempt that met a deadlock is made again
          request.locale = viewer.locale;
          requireRole(viewer, it.may);
          return carryOut(it, tx, viewer, {
            commandId: id,
            ...clock,
            basedOn: basedOn ?? null,
            world: options.world,
            whenCommitted: (work) => afterwards.push(work),
            input,
            stored,
          });
        },
      );
      for (const work of afterwards) work();
      return outcome;
    },
  );
}

function mountRead(app: FastifyInstance, it: Query | PrintPage, options: ServerOptions): void {
  const asks = it.kind === 'query' && it.method === 'POST';
  app.route({
    method: asks ? 'POST' : 'GET',
    url: it.path,
    ...behindSession,
    schema: {
      summary: it.summary,
      ...inputSchema(it),
      ...(it.kind === 'query' ? { response: { 200: it.result } } : {}),
    },
    handler: async (request, reply) => {
      const input = asks ? request.body : { ...asObject(request.params), ...asObject(request.query) };
      const show = await asViewer(
        options.database,
        { token: request.token, openedFor: request.openedFor, lock: options.lock },
        async (tx, viewer) => {
          request.locale = viewer.locale;
          requireRole(viewer, it.may);
          const answer = await it.run(tx, viewer, input as never, options.world);
          await writeAudit(tx, answer.audit, 'last');
          return answer.show;
        },
      );
      if (it.kind !== 'page') return show;
      if (typeof show === 'string') return reply.type('text/html; charset=utf-8').send(show);
      return handOver(reply, show as Download);
    },
  });
}

function handOver(reply: FastifyReply, { bytes, mediaType, fileName }: Download): FastifyReply {
  const plain = fileName.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${plain}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes);
}

function inputSchema(it: Query | PrintPage): Record<string, TSchema> {
  if (it.kind === 'query' && it.method === 'POST') return { body: it.input };
  const names = new Set([...it.path.matchAll(/:(\w+)/g)].map((found) => found[1]));
  const properties: Record<string, TSchema> =
    'properties' in it.input ? (it.input.properties as Record<string, TSchema>) : {};
  const pick = (inPath: boolean) =>
    Type.Object(
      Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name) === inPath)),
      { additionalProperties: false },
    );
  return { params: pick(true), querystring: pick(false) };
}

function asObject(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object' ? { ...value } : {};
}
