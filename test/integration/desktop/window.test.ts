import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { knownModels } from '../../../models/translation/catalogue.ts';
import { temporaryFolder } from '../../support/library.ts';
import { mkdirSync, writeFileSync } from 'node:fs';

type Listener = (event: { preventDefault: () => void }, details: { reason: string }) => void;

interface Made {
  contents: Map<string, Listener>;
  /** What was done to it. */
  log: string[];
  options: { webPreferences: Record<string, unknown> };
  url: string;
}
const electron = vi.hoisted(() => ({
  windows: [] as Made[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  onContents: [] as ((event: unknown, contents: unknown) => void)[],
  outside: [] as string[],
  asked: { answer: 0, message: '' },
}));

vi.mock('electron', () => ({
  app: {
    on: (name: string, listener: never) =>
      name === 'web-contents-created' && electron.onContents.push(listener),
  },
  protocol: { registerSchemesAsPrivileged: (schemes: never[]) => electron.schemes.push(...schemes) },
  shell: { openExternal: (url: string) => Promise.resolve(electron.outside.push(url)) },
  dialog: {
    showMessageBoxSync: (...args: unknown[]) => {
      electron.asked.message = (args.at(-1) as { message: string }).message;
      return electron.asked.answer;
    },
  },
  BrowserWindow: class {
    contents: Made['contents'] = new Map();
    log: string[] = [];
    webContents = {
      on: (name: string, listener: Listener) => this.contents.set(name, listener),
      reload: () => this.log.push('reload'),
    };
    constructor(options: Made['options']) {
      electron.windows.push({ options, url: '', contents: this.contents, log: this.log });
    }
    destroy() {
      this.log.push('destroy');
    }
    once() {}
    loadURL(url: string) {
      electron.windows.at(-1)!.url = url;
      return Promise.resolve();
    }
  },
}));

const { openWindow } = await import('../../../electron/desktop/window.ts');
const { registerScheme, servePage, isOurs, APP_URL } = await import('../../../electron/desktop/scheme.ts');
const { denyEverythingElse } = await import('../../../electron/desktop/guard.ts');

beforeEach(() => {
  electron.windows.length = 0;
  electron.schemes.length = 0;
  electron.onContents.length = 0;
  electron.outside.length = 0;
});

test('the window is isolated, sandboxed and without Node, and opens our own scheme', () => {
  openWindow(APP_URL, '/app/preload.cjs');
  expect(electron.windows[0]).toMatchObject({
    url: 'bitext://app/',
    options: {
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        preload: '/app/preload.cjs',
      },
    },
  });
  expect(electron.windows[0]?.options.webPreferences).not.toHaveProperty('webSecurity', false);
});

test.each([
  ['stays open', 0, 0],
  ['closes', 1, 1],
])('a window whose text could not be saved asks before it closes, and %s', (_name, answer, prevented) => {
  openWindow(APP_URL, '/app/preload.cjs');
  electron.asked.answer = answer;
  const preventDefault = vi.fn();
  electron.windows[0]!.contents.get('will-prevent-unload')!({ preventDefault }, { reason: '' });
  expect(electron.asked.message).toBe('Some text could not be saved.');
  // Electron's meaning of it: the page's own objection is overruled.
  expect(preventDefault).toHaveBeenCalledTimes(prevented);
});

test('a page that crashes is opened again, and after a second crash in a row only if the editor wants it', () => {
  openWindow(APP_URL, '/app/preload.cjs');
  const { contents, log } = electron.windows[0]!;
  const crash = (reason: string) =>
    contents.get('render-process-gone')!({ preventDefault: () => {} }, { reason });
  crash('clean-exit');
  expect(log).toEqual([]);
  crash('oom');
  expect(log).toEqual(['reload']);
  electron.asked.answer = 0;
  crash('crashed');
  expect(log).toEqual(['reload', 'reload']);
  electron.asked.answer = 1;
  crash('crashed');
  expect(log).toEqual(['reload', 'reload', 'destroy']);
});

test('the scheme is a secure, standard one without bypassing the content security policy', () => {
  registerScheme();
  expect(electron.schemes[0]).toMatchObject({
    scheme: 'bitext',
    privileges: { standard: true, secure: true },
  });
  expect(electron.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
});

/** A session that remembers what was hung on it. */
function session() {
  const hung: Record<string, (...args: never[]) => unknown> = {};
  return {
    hung,
    setSpellCheckerEnabled: (isEnabled: boolean) => (hung['spelling'] = () => isEnabled),
    setPermissionRequestHandler: (handler: never) => (hung['request'] = handler),
    setPermissionCheckHandler: (handler: never) => (hung['check'] = handler),
    webRequest: { onBeforeRequest: (handler: never) => (hung['fetch'] = handler) },
    protocol: { handle: (_scheme: string, handler: never) => (hung['page'] = handler) },
  };
}
const asSession = (made: ReturnType<typeof session>) =>
  made as unknown as Parameters<typeof denyEverythingElse>[0];

test('every permission is denied', () => {
  const made = session();
  denyEverythingElse(asSession(made));
  const decide = vi.fn();
  made.hung['request']!(null as never, 'media' as never, decide as never);
  expect(decide).toHaveBeenCalledExactlyOnceWith(false);
  expect(made.hung['check']!()).toBe(false);
});

test('no request leaves for the network', () => {
  const made = session();
  denyEverythingElse(asSession(made));
  const cancelled = (url: string) => {
    const decide = vi.fn();
    made.hung['fetch']!({ url } as never, decide as never);
    return (decide.mock.calls[0]![0] as { cancel: boolean }).cancel;
  };
  expect(cancelled('https://example.org/')).toBe(true);
  expect(cancelled('http://127.0.0.1:80/')).toBe(true);
  expect(cancelled('file:///etc/passwd')).toBe(true);
  expect(cancelled('bitext://app/assets/index.js')).toBe(false);
  expect(cancelled('blob:bitext://app/1234')).toBe(false);
});

test('a model’s page, and one with its figures, opens in the system’s browser, not in the app', () => {
  denyEverythingElse(asSession(session()));
  let open: ((details: { url: string }) => unknown) | undefined;
  electron.onContents[0]!(null, { on: () => {}, setWindowOpenHandler: (handler: never) => (open = handler) });
  const pages = knownModels.flatMap(({ licenceUrl, figures }) => [
    licenceUrl,
    ...figures.map(({ source }) => source),
  ]);
  expect(pages.length).toBeGreaterThan(60);
  for (const url of pages) expect(open?.({ url })).toEqual({ action: 'deny' });
  expect(electron.outside).toEqual(pages);
});

test('no dictionary is downloaded: spelling is checked only where the system does it', () => {
  openWindow(APP_URL, '/app/preload.cjs');
  const made = session();
  denyEverythingElse(asSession(made));
  const isMac = process.platform === 'darwin';
  expect(electron.windows[0]?.options.webPreferences['spellcheck']).toBe(isMac);
  expect(made.hung['spelling']!()).toBe(isMac);
});

test('navigation, redirects, new windows and embedded views are denied', () => {
  denyEverythingElse(asSession(session()));
  const listeners = new Map<string, (event: { url: string; preventDefault: () => void }) => void>();
  let openHandler: ((details: { url: string }) => { action: string }) | undefined;
  electron.onContents[0]!(null, {
    on: (name: string, listener: never) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler),
  });
  const prevented = (name: string, url: string) => {
    const preventDefault = vi.fn();
    listeners.get(name)!({ url, preventDefault });
    return preventDefault.mock.calls.length === 1;
  };
  for (const url of [
    'https://example.org/',
    'http://huggingface.co/',
    'https://huggingface.co.example.org/',
    'https://huggingface.co@example.org/',
    'https://github.com/',
    'https://github.com/Helsinki-NLP.example/',
    'file:///etc/passwd',
  ]) {
    expect(openHandler?.({ url })).toEqual({ action: 'deny' });
  }
  expect(electron.outside).toEqual([]);
  expect(prevented('will-navigate', 'https://example.org/')).toBe(true);
  expect(prevented('will-navigate', APP_URL)).toBe(false);
  expect(prevented('will-redirect', 'https://example.org/')).toBe(true);
  expect(prevented('will-attach-webview', 'https://example.org/')).toBe(true);
});

test.each([
  ['bitext://app/', true],
  ['bitext://app/index.html#x', true],
  ['bitext://evil/', false],
  ['bitextx://app/', false],
  ['not a url', false],
])('%s is ours: %s', (url, ours) => expect(isOurs(url)).toBe(ours));

test('the page is served with a strict policy and a fresh nonce, and nothing outside its folder is', async () => {
  const folder = join(temporaryFolder(), 'renderer');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(folder, '..', 'secret.html'), 'secret');
  const made = session();
  servePage(asSession(made), folder);
  const get = (url: string) => made.hung['page']!({ url } as never) as Promise<Response>;
  const [first, second] = await Promise.all([get(APP_URL), get(APP_URL)]);
  const policy = first.headers.get('Content-Security-Policy')!;
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`script-src 'self';`);
  expect(policy).not.toContain('unsafe');
  const nonce = /nonce-([^']+)/.exec(policy)![1]!;
  expect(await first.text()).toContain(`content="${nonce}"`);
  expect(second.headers.get('Content-Security-Policy')).not.toBe(policy);
  expect((await get('bitext://app/%2e%2e/secret.html')).status).toBe(404);
  expect((await get('bitext://app/..%2fsecret.html')).status).toBe(404);
  expect((await get('bitext://other/index.html')).status).toBe(404);
});
