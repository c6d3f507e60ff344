import { CommanderError } from 'commander';
import { InputError } from '../../models/errors.ts';
import type { Failure } from '../contract.ts';
import { folders } from '../folders.ts';
import { fileLog } from '../log.ts';
import { CommandError } from './session.ts';

/** Says why the command ended, with `wantsJson` on standard output as well. Returns the exit code. */
export function reportFailure(thrown: unknown, wantsJson: boolean): number {
  // Commander ends `--help` and `--version` in this way too.
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
  const error = failure(thrown);
  // Commander has said it, with a hint.
  if (!(thrown instanceof CommanderError))
    for (const line of error.message.split('\n')) process.stderr.write(`bitext: ${line}\n`);
  const isInOutput = thrown instanceof CommandError && thrown.isInOutput;
  if (wantsJson && !isInOutput) console.log(JSON.stringify({ error }));
  return thrown instanceof CommandError ? thrown.exitCode : 1;
}

function failure(thrown: unknown): Failure {
  if (thrown instanceof CommandError || thrown instanceof InputError)
    return { code: thrown.code, message: thrown.message };
  if (thrown instanceof CommanderError)
    return { code: 'command.invalid', message: thrown.message.replace(/^error: /, '') };
  const { log } = folders();
  fileLog(log)(`bitext ${process.argv.slice(2).join(' ')}`, thrown);
  return { code: 'internal', message: `something went wrong that should not; ${log} has the details.` };
}
