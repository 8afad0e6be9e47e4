import type { FastifyRequest } from 'fastify';
import { problem } from '#platform/problems.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another page asks for: the browser's own word (Sec-Fetch-Site) or, from older browsers, the
 * Origin must be ours. The cookie is SameSite=Strict besides, and bodies are JSON only.
 */
export async function guardOrigin(request: FastifyRequest): Promise<void> {
  if (safe.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') throw problem('wrong-origin');
  const origin = request.headers.origin;
  if (origin && hostOf(origin) !== request.host) throw problem('wrong-origin');
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}
