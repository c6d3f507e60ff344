/**
 * One installation of a model at a time, over all processes.
 *
 * Everyone who wants a model first puts up a claim of their own, a file with their name, and only then looks for others.
 * So of two at least one sees the other and gives way; claims of processes that have ended count for nothing. A single
 * lock file would have to be taken away from a dead owner, and two that do so at once may take it from each other.
 */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError } from '../errors.ts';
import { diskProblem } from './disk-problem.ts';

/** Who installs: a process, as others can ask about it later. */
export interface Owner {
  name: string;
  isAlive: (name: string) => boolean;
}

/** Two who came at the very same moment both give way; they come back at different times. */
const ATTEMPTS = 5;

/**
 * Claims the model with this key in the incoming folder.
 *
 * @returns gives it up again
 * @throws InputError `model.busy`, `disk.*`
 */
export async function claim(incoming: string, key: string, name: string, owner: Owner): Promise<() => void> {
  makeFolder(incoming);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const id = randomUUID();
    const mine = `${key}.claim-${id}`;
    // Written apart and renamed, so that a claim is never seen without its name.
    const draft = join(incoming, `.${id}`);
    writeFileSync(draft, owner.name);
    renameSync(draft, join(incoming, mine));
    if (!isClaimed(incoming, key, owner, mine)) return () => rmSync(join(incoming, mine), { force: true });
    rmSync(join(incoming, mine), { force: true });
    if (attempt < ATTEMPTS) await pause(10 + Math.random() * 40 * attempt);
  }
  throw new InputError(
    'model.busy',
    `${name} is being installed by another window or command already. Wait for it, or cancel it there.`,
  );
}

function makeFolder(incoming: string): void {
  try {
    mkdirSync(incoming, { recursive: true });
    accessSync(incoming, constants.W_OK);
  } catch (error) {
    throw diskProblem(error, incoming);
  }
}

/** Whether a living process holds a claim, `except` that one. Takes away what dead ones have left. */
export function isClaimed(incoming: string, key: string, owner: Owner, except?: string): boolean {
  let claimed = false;
  for (const file of readdirSync(incoming)) {
    if (!file.startsWith(`${key}.claim-`) || file === except) continue;
    const holder = holderOf(join(incoming, file));
    if (holder === null) continue;
    if (owner.isAlive(holder)) claimed = true;
    else rmSync(join(incoming, file), { force: true });
  }
  return claimed;
}

function holderOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // Given up while we looked.
  }
}
