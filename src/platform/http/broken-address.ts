// Requests that never reach a route: an address that can't be read, or one longer than any the server reads.
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { localeOf } from '#platform/http/errors.ts';
import { presentProblem, problem } from '#platform/problems.ts';

/**
 * What the server does with such requests. Where Node reads an address at all, however long, a route's own schema
 * refuses it: in the language of whoever is signed in, and to nobody else.
 */
export const brokenAddresses = {
  routerOptions: { maxParamLength: 16 * 1024 },
  frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body } = presentProblem(problem('address-unreadable'), localeOf(request));
    reply.status(status).header('cache-control', 'no-store').send(body);
  },
  clientErrorHandler: (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.write(answerTo(error.code));
    socket.destroy(error);
  },
} satisfies FastifyServerOptions;

// Nothing of the request was read, its language neither.
function answerTo(code: string | undefined): string {
  const known = code === 'HPE_HEADER_OVERFLOW' ? 'address-too-long' : 'input-unreadable';
  const { status, body } = presentProblem(problem(known), 'id');
  const text = JSON.stringify(body);
  return [
    `HTTP/1.1 ${code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : status} Refused`,
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Content-Type: application/json; charset=utf-8',
    'Connection: close',
    '',
    text,
  ].join('\r\n');
}
