import { BrowserWindow } from 'electron';

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
      spellcheck: true,
    },
  });
  // Shown when there is something to see: no white flash in the dark.
  window.once('ready-to-show', () => window.show());
  void window.loadURL(url);
  return window;
}
