// The server's own log: lines of JSON in a file that is turned over by size and by day. It holds no names, no
// addresses with ids, no cookies; the terminal keeps the few lines that are meant for people.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const limits = { bytes: 10 * 1024 * 1024, files: 14 } as const;
const current = 'rangkul.log';
const turned = /^rangkul-\d{8}T\d{9}Z\.log$/;

export type LogStream = {
  readonly write: (line: string) => void;
  readonly close: () => Promise<void>;
};

/** Opens the log of a folder for adding. Writing never waits and never fails a request. */
export function openLog(folder: string, options: { now?: () => Date; bytes?: number } = {}): LogStream {
  const now = options.now ?? (() => new Date());
  const most = options.bytes ?? limits.bytes;
  const path = join(folder, current);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let { size, day } = stateOf(path, now());
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();

  const flush = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    if (!text) return;
    const today = dayOf(now());
    if (size > 0 && (size + text.length > most || today !== day)) turnOver(folder, now());
    if (size + text.length > most || today !== day) size = 0;
    day = today;
    const file = await open(path, 'a', 0o600);
    await file.appendFile(text).finally(() => file.close());
    size += Buffer.byteLength(text);
  };
  return {
    write: (line) => {
      waiting.push(line);
      // A full disk loses log lines, never a request.
      if (waiting.length === 1) writing = writing.then(flush).catch(() => undefined);
    },
    close: () => writing,
  };
}

function stateOf(path: string, now: Date): { size: number; day: string } {
  try {
    const { size, mtime } = statSync(path);
    return { size, day: dayOf(mtime) };
  } catch {
    return { size: 0, day: dayOf(now) };
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function turnOver(folder: string, now: Date): void {
  renameSync(
    join(folder, current),
    join(folder, `rangkul-${now.toISOString().replaceAll(/[-:.]/g, '')}.log`),
  );
  const old = readdirSync(folder)
    .filter((name) => turned.test(name))
    .sort()
    .slice(0, -(limits.files - 1));
  for (const name of old) rmSync(join(folder, name), { force: true });
}

/** What Fastify's logger is given: the level, the file, and how little of a request or an error it may say. */
export function logOptions(level: string, stream: LogStream) {
  return {
    level,
    stream,
    base: null,
    redact: { paths: ['*.password', '*.code', '*.token', '*.cookie', '*.headers'], remove: true },
    serializers: { req: requestFacts, res: () => undefined, err: errorFacts },
  };
}

// The route's pattern, not its address: an address may hold a person's id.
function requestFacts(request: { method?: string; routeOptions?: { url?: string } }) {
  return { method: request.method, route: request.routeOptions?.url };
}

// Without the message: a database may put values into it.
function errorFacts(error: Error & { code?: unknown; constraint?: unknown }) {
  const { name, code, constraint, stack = '' } = error;
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: name, code, constraint, stack: at.slice(0, 8).join('\n') };
}
