import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Builds Electron's main process and the preload; everything else of the app runs from its sources in plain Node. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    target: 'node24',
    outDir: resolve(import.meta.dirname, '../../dist/desktop'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: resolve(import.meta.dirname, 'main.ts'),
        preload: resolve(import.meta.dirname, 'preload.ts'),
      },
      external: ['electron', /^node:/],
      // A sandboxed preload can only be CommonJS.
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  // What is bundled need not be found in node_modules again.
  ssr: { noExternal: true },
});
