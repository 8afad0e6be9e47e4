import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A Chromium to test with: one that is there, Debian's package when we are root, else Playwright's own download. */
export function findChromium(): string {
  const found = [process.env.CHROMIUM ?? '', ...places].find((place) => place && existsSync(place));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium (Debian package) …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = places.find((place) => existsSync(place));
    if (installed) return installed;
  }
  console.log('Downloading Playwright’s Chromium …');
  const done = spawnSync('playwright', ['install', 'chromium'], { stdio: 'inherit' });
  if (done.status !== 0)
    throw new Error('No Chromium: install the package chromium, or name one in CHROMIUM.');
  return execFileSync('node', ['-p', "require('playwright-core').chromium.executablePath()"], {
    encoding: 'utf8',
  }).trim();
}
