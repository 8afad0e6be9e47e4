// The web app's files: built once, and again when what they are made of has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inProject, projectFolder } from './project.ts';
import { StartRefusal } from './start-refusal.ts';

const sources = [
  'web/**/*',
  'src/*/{schema,rules,messages}.ts',
  'src/*/{schema,rules,messages}/**/*.ts',
  'src/platform/messages.ts',
  'vite.config.ts',
  'package-lock.json',
];
const stamp = '.sources';

type Options = {
  /** Where the files go when the project's own folder may not be written. */
  readonly cacheFolder: string;
  readonly say: () => void;
  readonly signal?: AbortSignal;
};

/** Answers with the folder of the built web app, building it first when needed; nothing when the project has no web app. */
export async function ensureWebBuild(options: Options): Promise<string | undefined> {
  if (!(await isThere(inProject('web', 'index.html')))) return undefined;

  const wanted = await sourcesHash();
  const ours = inProject('web', 'dist');
  const cached = join(options.cacheFolder, 'web');
  if ((await stampOf(ours)) === wanted) return ours;
  if ((await stampOf(cached)) === wanted) return cached;

  const folder = (await mayWrite(dirname(ours))) ? ours : cached;
  options.say();
  const half = folder === ours ? inProject('.cache', `web-${process.pid}`) : `${cached}-${process.pid}`;
  await build({ folder, half, wanted, signal: options.signal });
  return folder;
}

async function sourcesHash(): Promise<string> {
  const paths = new Set<string>();
  for (const pattern of sources) {
    for await (const entry of glob(pattern, { cwd: projectFolder, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !path.includes('/web/dist')) paths.add(path);
    }
  }
  const hash = createHash('sha256');
  for (const path of [...paths].toSorted()) {
    hash
      .update(path.slice(projectFolder.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex');
}

async function stampOf(folder: string): Promise<string> {
  return readFile(join(folder, stamp), 'utf8').catch(() => '');
}

// The stamp is written last and the folder renamed when complete: a build that was killed counts as none.
async function build(run: {
  folder: string;
  half: string;
  wanted: string;
  signal: AbortSignal | undefined;
}): Promise<void> {
  const { half } = run;
  try {
    await mkdir(dirname(half), { recursive: true });
    await runVite(half, run.signal);
    await writeFile(join(half, stamp), run.wanted);
    await rm(run.folder, { recursive: true, force: true });
    await rename(half, run.folder);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

// In a process of its own: the bundler's memory would stay with the server for as long as it runs.
async function runVite(folder: string, signal: AbortSignal | undefined): Promise<void> {
  const child = spawn(process.execPath, [inProject('src', 'platform', 'web-build-once.ts'), folder], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-4000);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const lines = output.split('\n').filter((line) => line.trim());
  const reason = lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? `vite: ${code}`;
  throw new StartRefusal('web-build-failed', { reason: reason.trim().slice(0, 200) });
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function mayWrite(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
