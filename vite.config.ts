import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const brotli = promisify(brotliCompress);

/** Each script and style beside its smallest form: packed once here, and not anew for each phone that fetches it. */
const packed: Plugin = {
  name: 'packed',
  async writeBundle({ dir }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
    await Promise.all(
      names.map(async (name) => {
        const file = join(dir ?? '', name);
        await writeFile(`${file}.br`, await brotli(await readFile(file)));
      }),
    );
  },
};

// The content security policy is script-src 'self' and style-src 'self': nothing may be inlined into the page.
export default defineConfig({
  root: at('web'),
  cacheDir: at('.cache/vite'),
  plugins: [react(), packed],
  build: {
    outDir: at('web/dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // React changes far less often than our screens: a chunk of its own stays in the phone's cache.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|wouter|regexparam)[\\/]/ },
          ],
        },
      },
    },
  },
});
