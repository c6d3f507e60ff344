/**
 * The workbench process: library, jobs and contract in one plain Node process, the same in every host.
 * The desktop speaks to it over the child channel; with `--serve` it answers browsers too.
 * It ends with the process that started it.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError } from '../../models/errors.ts';
import { serveBrowser } from '../browser/server.ts';
import { folders } from '../folders.ts';
import { fileLog } from '../log.ts';
import { serveWindow } from '../wire.ts';
import { openWorkbench } from '../workbench/open.ts';

/** What the process says to its parent besides replies. */
export type Status =
  { status: 'ready'; port: number | null } | { status: 'refused'; code: string; message: string };

const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});
const where = folders(values.db);
const say = (message: unknown) => process.connected && process.send?.(message);

process.on('uncaughtException', (error) => {
  fileLog(where.log)('workbench process ended', error);
  process.exit(1);
});

try {
  const workbench = openWorkbench(where);
  const end = async () => {
    await workbench.close();
    process.exit(0);
  };
  process.once('disconnect', () => void end());
  process.once('SIGTERM', () => void end());
  process.on('SIGINT', () => {}); // The launcher gets it too and says when to end.

  let port: number | null = null;
  if (values.serve) {
    const page = resolve(import.meta.dirname, '../../dist/renderer');
    // The token comes by the environment: arguments are visible to every user of the machine.
    ({ port } = await serveBrowser(workbench, {
      page,
      port: Number(values.port),
      token: process.env['BITEXT_TOKEN'] ?? '',
    }));
  }
  const window = serveWindow(workbench, say);
  process.on('message', window.receive);
  workbench.resumeJobs();
  say({ status: 'ready', port } satisfies Status);
} catch (error) {
  const known = error instanceof InputError;
  if (!known) fileLog(where.log)('workbench process could not start', error);
  const message = known ? error.message : `The app could not start; ${where.log} has the details.`;
  say({ status: 'refused', code: known ? error.code : 'internal', message } satisfies Status);
  process.exitCode = 1;
  process.disconnect?.();
}
