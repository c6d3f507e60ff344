import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the window. Both hosts serve `dist/renderer` under the content security policy named below. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome138',
    // The policy is `font-src 'self'` and `script-src 'self'`: neither data: addresses nor inline scripts would load.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});
