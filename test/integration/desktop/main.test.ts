import type { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  app: undefined as EventEmitter | undefined,
  log: [] as string[],
  said: [] as string[],
  told: undefined as unknown,
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const app = Object.assign(new Emitter(), {
    getAppPath: () => '/app/dist/desktop',
    enableSandbox: () => {},
    requestSingleInstanceLock: (told: unknown) => {
      electron.told = told;
      return true;
    },
    whenReady: () => Promise.resolve(),
    quit: () => electron.log.push('quit'),
    exit: () => electron.log.push('exit'),
  });
  electron.app = app;
  return {
    app,
    dialog: {
      showMessageBox: ({ detail }: { detail: string }) => Promise.resolve(electron.said.push(detail)),
    },
    session: { defaultSession: {} },
  };
});
vi.mock('../../../electron/desktop/guard.ts', () => ({ denyEverythingElse: () => {} }));
vi.mock('../../../electron/desktop/scheme.ts', () => ({
  APP_URL: 'bitext://app/',
  registerScheme: () => {},
  servePage: () => {},
}));
vi.mock('../../../electron/desktop/menu.ts', () => ({ installMenu: () => {} }));
vi.mock('../../../electron/desktop/window.ts', () => ({
  openWindow: () => {
    electron.log.push('window');
    return {};
  },
}));
vi.mock('../../../electron/desktop/relay.ts', () => ({
  Relay: class {
    connect() {}
    attach() {}
    focus() {
      electron.log.push('focus');
    }
  },
}));
vi.mock('../../../electron/process/supervised.ts', () => ({
  startWorkbenchProcess: () =>
    Promise.resolve({
      stop: async () => {
        electron.log.push('stopping');
        await new Promise((resolve) => setTimeout(resolve, 10));
        electron.log.push('stopped');
      },
    }),
}));

/** The app, started, with its window open. */
async function started(): Promise<void> {
  electron.log.length = 0;
  vi.resetModules();
  electron.app?.removeAllListeners();
  vi.stubEnv('BITEXT_NODE', process.execPath);
  await import('../../../electron/desktop/main.ts');
  await vi.waitUntil(() => electron.log.includes('window'));
  electron.log.length = 0;
}

test('the workbench lives until the windows are closed, and the app until the workbench has ended', async () => {
  await started();
  electron.app?.emit('before-quit');
  // The windows close now, and what was typed last is sent; one that objects keeps its workbench.
  expect(electron.log).toEqual([]);
  const preventDefault = vi.fn();
  electron.app?.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(electron.log).toEqual(['stopping', 'stopped', 'exit']));
});

test('a second start shows the window, and says so when it asked for another library', async () => {
  await started();
  const second = (told: unknown) => electron.app?.emit('second-instance', {}, [], '/', told);
  second(electron.told);
  expect(electron.log).toEqual(['focus']);
  expect(electron.said).toEqual([]);
  second({ database: '/other/library.db' });
  expect(electron.said).toEqual([
    expect.stringMatching(
      /^This window shows .*library\.db\. To open \/other\/library\.db, close it first\.$/,
    ),
  ]);
});
