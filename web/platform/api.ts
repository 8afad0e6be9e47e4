import { openedForHeader } from '#platform/opened-for.ts';
import { locale } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';

/** What the server says is wrong with one field. */
export type FieldProblem = { field: string; code: string; message: string };

/** What the server answers when it does not do what was asked; the message is in the reader's language. */
export type Problem = {
  status: number;
  code: string;
  message: string;
  field?: string;
  fields?: FieldProblem[];
  details?: Record<string, unknown>;
};

/** What became of a command: done, in conflict with somebody else's version, or refused with a reason. */
export type Outcome<Result> =
  | { outcome: 'accepted'; result: Result }
  | { outcome: 'conflict'; result: unknown }
  | { outcome: 'refused'; result: unknown };

/** Values that may stand in an address after the question mark; empty ones are left out. */
export type Params = Record<string, string | number | boolean | null | undefined>;

/** The error that carries a Problem from the call to the screen. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const unreachable = {
  id: 'Server tidak terjangkau. Periksa jaringan; yang Anda ketik tetap ada.',
  en: 'The server cannot be reached. Check the network; what you typed is still here.',
};

/** The Problem behind anything thrown: the server's own, or that the server was not reached. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { status: 0, code: 'unreachable', message: unreachable[locale()] };
}

/** Whether nothing was heard of what became of a request: the network failed, or the server broke off. */
export function isNoAnswer(status: number): boolean {
  return status === 0 || status >= 500;
}

let openedFor: string | undefined;

/** For whom the pages are drawn from now on; every request says so, and the server refuses it for anybody else. */
export function setOpenedFor(staffId: string | undefined) {
  // What one person sent is nothing for the next to ask after.
  if (staffId !== openedFor) unanswered.clear();
  openedFor = staffId;
}

let notOurs: (found: 'signed-out' | 'other-user') => void = () => {};

/** Names what happens when the server no longer knows who we are, or knows somebody else; the session does. */
export function whenNotOurs(listener: typeof notOurs) {
  notOurs = listener;
}

let carriedOut: () => void = () => {};

/** Names what happens when something was done at the server; the numbers of the navigation follow it. */
export function whenCarriedOut(listener: () => void) {
  carriedOut = listener;
}

/** The address of an API path with its parameters. */
export function address(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/${path.replace(/^\//, '')}${text ? `?${text}` : ''}`;
}

/** One exchange with the server, in JSON both ways. Throws ProblemError for everything but success. */
export async function exchange<Result>(url: string, init: RequestInit = {}): Promise<Result> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  headers.set('accept-language', locale());
  if (init.body) headers.set('content-type', 'application/json');
  if (openedFor) headers.set(openedForHeader, openedFor);
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' });
  // An answer that was cut off on the way is none, and neither is an empty one: the server answers everything in JSON.
  if (response.ok) return (await response.json()) as Result;
  const found = problemOf(response.status, await response.json().catch(() => undefined));
  if (response.status === 401 && !url.startsWith('/api/session')) notOurs('signed-out');
  if (found.code === 'other-user') notOurs('other-user');
  throw new ProblemError(found);
}

const unexplained = {
  id: 'Server menjawab dengan cara yang tidak dikenal. Coba lagi sebentar.',
  en: 'The server answered in a way we do not know. Please try again shortly.',
};

function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body) {
    return { ...(body as Problem), status };
  }
  return { status, code: 'unexplained', message: unexplained[locale()] };
}

/** Reads from the server: `query<Child>('children/…')`. */
export function query<Result>(path: string, params: Params = {}, signal?: AbortSignal): Promise<Result> {
  return exchange<Result>(address(path, params), signal ? { signal } : {});
}

/** Reads what may not stand in an address, a name for one: the question travels in the body. */
export function look<Result>(path: string, input: unknown, signal?: AbortSignal): Promise<Result> {
  const body = JSON.stringify(input);
  return exchange<Result>(address(path), { method: 'POST', body, ...(signal ? { signal } : {}) });
}

/** What a command may say beside its input. Keep `id` over retries of the same submit: the server answers once. */
export type CommandOptions = {
  id?: string;
  occurredAt?: string;
  basedOn?: string | number;
  signal?: AbortSignal;
  /** Sends what went out under this id before, in its own words, to learn what became of it. */
  again?: true | undefined;
};

// What went out under an id and was not answered, word for word: one of them may have been carried out.
const unanswered = new Map<string, string[]>();

/** Asks the server to do something, once, however often it is sent with the same id. */
export async function command<Result>(
  path: string,
  input: unknown,
  options: CommandOptions = {},
): Promise<Outcome<Result>> {
  const { signal, ...given } = options;
  const id = given.id ?? newId();
  const body = JSON.stringify({
    id,
    occurredAt: given.occurredAt ?? new Date().toISOString(),
    ...(given.basedOn === undefined ? {} : { basedOn: given.basedOn }),
    input,
  });
  const before = unanswered.get(id) ?? [];
  const bodies = given.again && before.length > 0 ? before : [body];
  return sendFirstOf<Result>(path, { id, bodies, signal });
}

/** Sends one text under an id, or of several the one that the id was given to. */
async function sendFirstOf<Result>(
  path: string,
  { id, bodies, signal }: { id: string; bodies: readonly string[]; signal: AbortSignal | undefined },
): Promise<Outcome<Result>> {
  const [body = '', ...others] = bodies;
  try {
    const init = { method: 'POST', body, ...(signal ? { signal } : {}) };
    const answer = await exchange<Outcome<Result>>(address(path), init);
    unanswered.delete(id);
    return answer;
  } catch (error) {
    const { status, code } = asProblem(error);
    const kept = unanswered.get(id) ?? [];
    if (isNoAnswer(status) && !kept.includes(body)) unanswered.set(id, [...kept, body]);
    if (code === 'command-id-reused' && others.length > 0)
      return sendFirstOf(path, { id, bodies: others, signal });
    throw error;
  }
}

/** Asks for something to be done and gives its result; a conflict or a refusal is thrown as a Problem. */
export async function accepted<Result>(
  path: string,
  input: unknown,
  options: CommandOptions = {},
): Promise<Result> {
  const answer = await command<Result>(path, input, options);
  if (answer.outcome === 'accepted') {
    carriedOut();
    return answer.result;
  }
  throw new ProblemError({ ...problemOf(answer.outcome === 'conflict' ? 409 : 422, answer.result) });
}
