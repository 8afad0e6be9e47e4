// What a reader waits for in a browser: the board's figures, and how much script the first field of an encounter costs.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import pg from 'pg';
import { atMost, type Bench, type Figure } from '#bench/figures/bench.ts';
import { findRunning } from '#platform/database/embedded/start.ts';
import { findChromium } from '#test/chromium.ts';
import { mostFieldBytes, scriptBytesUntilFirstKey } from '#test/script-bytes.ts';
import { tempFolder } from '#test/temp-folder.ts';

const rounds = 5;
const reader = 'fauzan.kesra';
const recorder = 'nelmi.jangkau';

/** `board-warm`, `board-cold` and `field-bytes`: a demonstration in a Chromium that is not slowed down. */
export async function measurePages({ say }: Pick<Bench, 'say'>): Promise<Figure[]> {
  const city = await openDemonstration();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const cold = await timesOf(() => openCold(browser, city.url));
    const warm = await timesOf(() => openWarm(browser, city.url));
    const context = await signedIn(browser, { url: city.url, username: recorder });
    const page = await context.newPage();
    const { bytes, files } = await scriptBytesUntilFirstKey(page, '/catat');
    say(`warm ${warm.join(', ')} ms; cold ${cold.join(', ')} ms; ${files} scripts`);
    return [
      atMost('board-warm', middleOf(warm), 300, 'ms', rounds),
      atMost('board-cold', middleOf(cold) / 1000, 1.5, 's', rounds),
      atMost('field-bytes', bytes / 1000, mostFieldBytes / 1000, 'kB', 1),
    ].map((figure) => ({ ...figure, at: city.persons }));
  } finally {
    await browser.close();
    await city.stop();
  }
}

async function openDemonstration() {
  const folder = tempFolder('pages');
  const data = join(folder, 'data');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const url = `http://127.0.0.1:${port}`;
  const { RANGKUL_CITY: _city, DATABASE_URL: _database, ...env } = process.env;
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    env: { ...env, RANGKUL_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  for (;;) {
    const reply = await fetch(`${url}/api/session/cast`).catch(() => undefined);
    if (reply?.ok) break;
    if (child.exitCode !== null) throw new Error(`the demonstration ended with ${child.exitCode}`);
    await wait(200);
  }
  return { url, stop, persons: await personsIn(data) };
}

async function personsIn(data: string): Promise<number> {
  const connection = await findRunning(data);
  if (!connection) throw new Error('the demonstration does not run');
  const client = new pg.Client({ ...connection, user: connection.superuser });
  await client.connect();
  const found = await client.query<{ n: number }>('select count(*)::int as n from app.persons');
  await client.end();
  return found.rows[0]?.n ?? 0;
}

type Reader = { readonly url: string; readonly username: string };

async function signedIn(browser: Browser, { url, username }: Reader): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  const reply = await context.request.post('/api/session', { data: { cast: username } });
  if (!reply.ok()) throw new Error(`${username} could not sign in`);
  return context;
}

// Told by the page itself: the first picture after the figures stand in it, counted from the tap or from navigation.
const watch = `(() => {
  window.tapped = 0;
  document.addEventListener('click', () => { window.tapped = performance.now(); }, true);
  window.painted = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.tiles .figure')) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.tapped)));
    };
    requestAnimationFrame(look);
  });
})()`;

/** A page that nobody had open: nothing is in the browser's store. */
async function openCold(browser: Browser, url: string): Promise<number> {
  const context = await signedIn(browser, { url, username: reader });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto('/papan');
  const took = await page.evaluate<number>('window.painted');
  await context.close();
  return took;
}

/** From the list of operations by the link of the navigation, for the first time since the page was opened. */
async function openWarm(browser: Browser, url: string): Promise<number> {
  const context = await signedIn(browser, { url, username: reader });
  const page = await context.newPage();
  await page.goto('/operasi');
  await page.waitForLoadState('networkidle');
  await page.evaluate(watch);
  await page.locator('a[href="/papan"]').first().click();
  const took = await page.evaluate<number>('window.painted');
  await context.close();
  return took;
}

async function timesOf(once: () => Promise<number>): Promise<number[]> {
  await once();
  const times: number[] = [];
  for (let n = 0; n < rounds; n += 1) times.push(Math.round(await once()));
  return times;
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
