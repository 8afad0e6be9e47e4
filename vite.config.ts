import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The content security policy is script-src 'self' and style-src 'self': nothing may be inlined into the page.
export default defineConfig({
  root: at('web'),
  cacheDir: at('.cache/vite'),
  plugins: [react()],
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
