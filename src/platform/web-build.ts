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
  'vite.config.ts',
  'package-lock.json',
];
const stamp = '.sources';

export type WebBuild = {
  readonly project?: string;
  /** Where the files go when the project's own folder may not be written. */
  readonly cacheFolder: string;
  /** Called when there is something to build, which takes a while. */
  readonly say: () => void;
  readonly signal?: AbortSignal;
  /** Builds in any case and shows the bundler's own words. */
  readonly anew?: boolean;
};

/** Answers with the folder of the built web app, building it first when needed; nothing when the project has no web app. */
export async function ensureWebBuild(options: WebBuild): Promise<string | undefined> {
  const project = options.project ?? projectFolder;
  const web = join(project, 'web');
  if (!(await may(join(web, 'index.html'), constants.R_OK))) return undefined;

  const wanted = await hashOfSources(project);
  const ours = join(web, 'dist');
  const cached = join(options.cacheFolder, 'web');
  if (!options.anew && (await stampOf(ours)) === wanted) return ours;
  if (!options.anew && (await stampOf(cached)) === wanted) return cached;

  options.say();
  const isOurs = await may(web, constants.W_OK);
  const folder = isOurs ? ours : cached;
  const half = isOurs ? join(project, '.cache', `web-${process.pid}`) : `${cached}-${process.pid}`;
  await build({ options, project, folder, half, wanted });
  return folder;
}

async function hashOfSources(project: string): Promise<string> {
  const built = join(project, 'web', 'dist');
  const paths = new Set<string>();
  for (const pattern of sources) {
    for await (const entry of glob(pattern, { cwd: project, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !path.startsWith(built)) paths.add(path);
    }
  }
  const hash = createHash('sha256');
  for (const path of [...paths].toSorted()) {
    hash.update(`${path.slice(project.length)}\0`);
    hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

async function stampOf(folder: string): Promise<string> {
  return readFile(join(folder, stamp), 'utf8').catch(() => '');
}

type Building = { options: WebBuild; project: string; folder: string; half: string; wanted: string };

// The stamp is written last and the folder renamed when complete: a build that was killed counts as none.
async function build({ options, project, folder, half, wanted }: Building): Promise<void> {
  try {
    await mkdir(dirname(half), { recursive: true });
    await runVite({ options, project, half });
    await writeFile(join(half, stamp), wanted);
    await rm(folder, { recursive: true, force: true });
    await rename(half, folder);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

// In a process of its own: the bundler's memory would stay with the server for as long as it runs.
async function runVite({ options, project, half }: Pick<Building, 'options' | 'project' | 'half'>) {
  const child = spawn(process.execPath, [inProject('src', 'platform', 'web-build-once.ts'), half], {
    cwd: project,
    stdio: options.anew ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    ...(options.signal && { signal: options.signal }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-8000);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new StartRefusal('web-build-failed', { reason: reasonIn(output) });
}

function reasonIn(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '?').slice(0, 200);
}

async function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
