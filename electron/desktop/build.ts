/** Builds Electron's main process and the preload; everything else of the app runs from its sources in plain Node. */
import { resolve } from 'node:path';
import { build } from 'vite';

const outDir = resolve(import.meta.dirname, '../../dist/desktop');

/** Into `dist/desktop`, or where a test wants it. */
export async function buildDesktop(folder: string = outDir): Promise<void> {
  // One after the other and each whole: a sandboxed preload may require nothing but Electron, no part that it shares with main.
  for (const entry of ['main', 'preload']) await buildEntry(entry, folder);
}

const buildEntry = (entry: string, folder: string) =>
  build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: entry === 'main',
      rolldownOptions: {
        input: { [entry]: resolve(import.meta.dirname, `${entry}.ts`) },
        external: ['electron', /^node:/],
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
    // What is bundled need not be found in node_modules again.
    ssr: { noExternal: true },
  });

if (import.meta.main) await buildDesktop();
