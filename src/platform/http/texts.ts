import type { FastifyRequest } from 'fastify';
import { visiblePatterns, withoutSlack } from '#platform/schemas.ts';

type Shape = {
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
};

/**
 * Trims every text of a body before it is held against its schema, so that what must be given is given in letters. Only
 * what the schema calls a Line or a Prose: a password stays as it was typed.
 */
export async function trimTexts(request: FastifyRequest): Promise<void> {
  const shape = request.routeOptions.schema?.body as Shape | undefined;
  if (shape && request.body) request.body = trimmed(shape, request.body);
}

function trimmed(shape: Shape, value: unknown): unknown {
  if (typeof value === 'string') return isText(shape) ? withoutSlack(value) : value;
  if (!value || typeof value !== 'object') return value;
  const inside = value as Record<string, unknown>;
  if (Array.isArray(value)) {
    if (shape.items) for (const key of value.keys()) inside[key] = trimmed(shape.items, inside[key]);
  } else
    for (const [key, its] of Object.entries(shape.properties ?? {}))
      if (Object.hasOwn(inside, key)) inside[key] = trimmed(its, inside[key]);
  for (const one of shape.anyOf ?? []) trimmed(one, value);
  return value;
}

function isText(shape: Shape): boolean {
  return visiblePatterns.includes(shape.pattern ?? '') || (shape.anyOf ?? []).some(isText);
}
