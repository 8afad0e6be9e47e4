import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '#platform/database/transaction.ts';
import { isForOther } from '#platform/opened-for.ts';
import { entryOf, type FieldProblem, Problem, presentProblem, problem } from '#platform/problems.ts';
import { askedLetters, visiblePatterns } from '#platform/schemas.ts';

type Failure = Error & {
  statusCode?: number;
  code?: string;
  validation?: readonly {
    instancePath?: string;
    keyword?: string;
    message?: string;
    params?: Record<string, unknown>;
  }[];
};

/** The language of an answer: that of whoever is signed in, else what the page asks for, Bahasa Indonesia first. */
export function localeOf(request: FastifyRequest): 'id' | 'en' {
  const asked = (request.headers['accept-language'] ?? '').toLowerCase().startsWith('en') ? 'en' : 'id';
  return request.locale ?? asked;
}

type Answerer = (error: Error, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** The last word on every error: a problem in the reader's language; what we did not foresee is logged by its request id. */
export function errorAnswerer(database: Database): Answerer {
  return async (error, request, reply) => {
    const known = asKnown(error);
    if (!known)
      request.log.error(
        { reqId: request.id, kind: error.name, stack: error.stack?.split('\n').slice(0, 6) },
        'unexpected',
      );
    const found = (known && (await asStranger(database, known, request))) ?? known;
    const { status, body } = presentProblem(
      found ?? problem('unexpected', { request: request.id }),
      localeOf(request),
    );
    const wait = found?.details.waitSeconds;
    if (typeof wait === 'number') reply.header('retry-after', String(wait));
    return reply.status(status).header('cache-control', 'no-store').send(body);
  };
}

// Input is read before a session is looked up, so a refusal of input is answered only once it is known to whom: in
// their language, or to nobody signed in, or on a page of somebody else, with that alone.
async function asStranger(
  database: Database,
  known: Problem,
  request: FastifyRequest,
): Promise<Problem | null> {
  const { status } = entryOf(known.code);
  if (request.locale || !request.token || status >= 429 || status === 401) return null;
  const found = await sql<{ locale: 'id' | 'en'; staff_id: string }>`
    select locale, staff_id from app.enter(${request.token})`
    .execute(database)
    .catch(() => null);
  if (!found) return null;
  const holder = found.rows[0];
  request.locale = holder?.locale ?? null;
  if (!request.routeOptions.config.needsSession) return null;
  if (!holder) return problem('not-signed-in');
  return isForOther(holder.staff_id, request.openedFor) ? problem('other-user') : null;
}

function asKnown(error: Failure): Problem | null {
  if (error instanceof Problem) return error;
  if (error.validation) return refusalOf(fieldsOf(error.validation));
  if (error.statusCode === 413) return problem('input-too-large');
  if (error.statusCode === 429) return problem('too-many-tries');
  if (error.statusCode === 404) return problem('not-found');
  if (error.statusCode === 415 || error.statusCode === 400) return problem('input-unreadable');
  return null;
}

// What is wrong with dates alone is said at once, as a command says it of a date it can't take.
function refusalOf(fields: FieldProblem[]): Problem {
  const [first] = fields;
  const onlyDates = first && fields.every((it) => it.code === 'date-impossible');
  return onlyDates
    ? problem('date-impossible', { field: first.field, fields })
    : problem('input-invalid', { fields });
}

/** The validator's list, as the form's fields. */
function fieldsOf(validation: NonNullable<Failure['validation']>): FieldProblem[] {
  const seen = new Map<string, FieldProblem>();
  for (const it of validation) {
    const path = fieldAt(it.instancePath ?? '');
    const missing = namesOf(it.params?.requiredProperties ?? it.params?.missingProperty);
    const unknown = namesOf(it.params?.additionalProperties);
    const note = (name: string, fault: Fault) => {
      const field = [path, name].filter(Boolean).join('.');
      if (field && !seen.has(field)) seen.set(field, { field, ...fault });
    };
    for (const name of missing) note(name, { code: 'field-missing' });
    for (const name of unknown) note(name, { code: 'field-invalid' });
    if (missing.length + unknown.length === 0) note('', faultOf(it.params));
  }
  return [...seen.values()].slice(0, 40);
}

/** A place in what was sent, as the form's field: `/input/statedAge` is statedAge. */
export function fieldAt(pointer: string): string {
  return pointer
    .replace(/^\/input/, '')
    .replace(/^\//, '')
    .replaceAll('/', '.');
}

type Fault = Omit<FieldProblem, 'field'>;

function faultOf(params: Record<string, unknown> | undefined): Fault {
  if (isDate(params)) return { code: 'date-impossible' };
  const least = askedLetters.get(String(params?.format));
  if (least !== undefined) return least === 1 ? { code: 'field-missing' } : { code: 'text-too-short', least };
  return { code: visiblePatterns.includes(String(params?.pattern)) ? 'text-not-visible' : 'field-invalid' };
}

function isDate(params: Record<string, unknown> | undefined): boolean {
  return params?.format === 'date' || params?.format === 'date-time';
}

function namesOf(names: unknown): string[] {
  return (Array.isArray(names) ? names : [names]).filter((name) => typeof name === 'string');
}
