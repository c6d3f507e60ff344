import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Names a process so that others can tell later whether it still runs: by its number and, since numbers are given again,
 * by when it was started. Windows does not say that cheaply, so there the number must do.
 */
const nameOf = (pid: number): string => `${pid} ${startOf(pid)}`.trim();

/** The name of this process. */
export const thisProcess = nameOf(process.pid);

/** Whether the process with this name still runs. */
export function isAlive(name: string): boolean {
  const pid = Number.parseInt(name, 10);
  return name === thisProcess || (exists(pid) && nameOf(pid) === name);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, but somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') return startOnLinux(pid);
    if (process.platform === 'darwin') {
      const env = { LC_ALL: 'C', TZ: 'UTC' };
      return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8' }).trim();
    }
  } catch {
    // It has just ended.
  }
  return '';
}

/** In ticks since the machine was started, which has a name of its own each time. */
function startOnLinux(pid: number): string {
  // The program's name, in brackets, may hold spaces. A zombie ('Z') has ended, though its parent has not looked yet.
  const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return state === 'Z' ? '' : `${fields[18]} ${boot}`;
}
