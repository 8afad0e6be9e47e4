// Run as a process by web-build.ts: builds the web app of the current folder into the folder named on the command line.
import { resolve } from 'node:path';
import { build } from 'vite';

const [outDir] = process.argv.slice(2);
if (!outDir) throw new Error('name the folder to build into');

await build({
  configFile: resolve('vite.config.ts'),
  // The other loaders write a temporary file into node_modules, which a read-only tree refuses.
  configLoader: 'native',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
});
