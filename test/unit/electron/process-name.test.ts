import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { isAlive, thisProcess } from '../../../electron/process-name.ts';
import { isRunning } from '../../support/processes.ts';

/** A process of another program, and the name it has for itself. */
async function other() {
  const module = new URL('../../../electron/process-name.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(module)}).then((it) => console.log(it.thisProcess)); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [name] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, name: name.toString().trim() };
}

test('a process is alive until it is killed', async () => {
  const { child, name } = await other();
  expect(isAlive(thisProcess)).toBe(true);
  expect(isAlive(name)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isRunning(child.pid ?? 0)).toBe(false);
  expect(isAlive(name)).toBe(false);
});

test.skipIf(process.platform === 'win32')('a number that was given again is another process', async () => {
  const { child } = await other();
  expect(isAlive(`${child.pid} some other time`)).toBe(false);
});
