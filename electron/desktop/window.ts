import { BrowserWindow, dialog } from 'electron';

/** macOS checks spelling itself. */
export const hasSystemSpellchecker = process.platform === 'darwin';

/** Opens the app's window: sandboxed, isolated, without Node, with one bridge (the preload). */
export function openWindow(url: string, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 880,
    minHeight: 560,
    title: 'Bitext Workbench',
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // Elsewhere Electron fetches dictionaries from a server, and no sentence's language leaves this machine.
      spellcheck: hasSystemSpellchecker,
    },
  });
  // Shown when there is something to see: no white flash in the dark.
  window.once('ready-to-show', () => window.show());
  // The page objects when it holds text that could not be saved. Electron, unlike a browser, would just stay open.
  window.webContents.on('will-prevent-unload', (event) => {
    if (closesAnyway(window)) event.preventDefault();
  });
  let lastGone = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const isAgain = performance.now() - lastGone < GONE_AGAIN_MS;
    lastGone = performance.now();
    // What was acknowledged is in the library: the page takes it up where it was.
    if (!isAgain || opensAgain(reason)) window.webContents.reload();
    else window.destroy();
  });
  void window.loadURL(url);
  return window;
}

/** A page that ends again so soon would end for ever: the editor decides. */
const GONE_AGAIN_MS = 10_000;

const opensAgain = (reason: string): boolean =>
  dialog.showMessageBoxSync({
    type: 'error',
    message: 'The window has ended unexpectedly, twice.',
    detail: `What was saved is safe (reason: ${reason}).`,
    buttons: ['Open it again', 'Close it'],
    defaultId: 0,
    cancelId: 1,
  }) === 0;

const closesAnyway = (window: BrowserWindow): boolean =>
  dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Some text could not be saved.',
    detail: 'The line at the bottom of the window says why. If you close the window now, that text is lost.',
    buttons: ['Keep the window open', 'Close and lose the text'],
    defaultId: 0,
    cancelId: 0,
  }) === 1;
