import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logOptions, openLog } from '#platform/http/log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rangkul-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the log is turned over by size and keeps fourteen files', async () => {
  let minute = 0;
  const log = openLog(folder, { bytes: 100, now: () => new Date(Date.UTC(2026, 0, 1, 0, minute)) });
  for (; minute < 30; minute++) {
    log.write(`${'x'.repeat(89)}${minute}\n`);
    await log.close();
  }

  expect(readdirSync(folder)).toHaveLength(14);
  expect(readFileSync(join(folder, 'rangkul.log'), 'utf8')).toMatch(/^x+29\n$/);
});

test('a new day begins a new file', async () => {
  let day = 1;
  const log = openLog(folder, { now: () => new Date(Date.UTC(2026, 0, day)) });
  log.write('one\n');
  await log.close();
  day = 2;
  log.write('two\n');
  await log.close();

  expect(readdirSync(folder)).toEqual(['rangkul-20260102T000000000Z.log', 'rangkul.log']);
});

test('neither passwords nor addresses with ids nor the words of an error reach the file', async () => {
  const log = openLog(folder);
  const { stream, ...options } = logOptions('info', log);
  const logger = pino(options, stream);
  const request = { method: 'GET', url: '/api/persons/123', routeOptions: { url: '/api/persons/:personId' } };
  logger.info({ req: request, body: { password: 'rahasia' }, err: new Error('Rafli Contoh') }, 'asked');
  await log.close();

  const text = readFileSync(join(folder, 'rangkul.log'), 'utf8');
  expect(text).toContain('/api/persons/:personId');
  expect(text).not.toMatch(/rahasia|persons\/123|Rafli/);
});
