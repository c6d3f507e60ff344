import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { COMMAND } from '../../../models/installation/app.ts';
import type { Download } from '../../contract.ts';
import { note } from '../files.ts';
import { interruptible } from '../interruption.ts';
import { CommandError, withSession, type Session } from '../session.ts';

interface Options {
  acceptLicence?: boolean;
  json?: boolean;
}

/** `bitext models install ID|PATH`: a known model from the hub, or what is in a folder or archive. */
export async function installModel(what: string, { acceptLicence = false, json }: Options): Promise<void> {
  await withSession(undefined, async (session) => {
    const { known } = await session.call('models.list', {});
    const model = known.find(({ id, repository }) => id === what || repository === what);
    // A folder may lie here that is called like a model, too: the name of a model comes first, `./` says the folder.
    if (model) {
      const about = model.sizeIsApproximate ? 'about ' : '';
      const restriction = model.isNonCommercial ? ', no commercial use' : '';
      note(
        `${model.name}, ${about}${Math.round(model.sizeBytes / 1e6)} MB, licence ${model.licence}${restriction}${model.note === null ? '' : `. ${model.note}`}`,
      );
      await follow(session, json, () =>
        session.call('models.install', { model: model.id, consent: acceptLicence }),
      );
    } else if (existsSync(what)) {
      const path = resolve(what);
      await follow(session, json, () => session.call('models.installFrom', { path, consent: acceptLicence }));
    } else {
      throw new CommandError(
        `“${what}” is neither a known model (see: ${COMMAND} models) nor a folder or archive.`,
        { code: 'model.unknown' },
      );
    }
  });
}

/** `bitext models repair ID` */
export async function repairModel(model: string, { acceptLicence = false, json }: Options): Promise<void> {
  await withSession(undefined, (session) =>
    follow(session, json, () => session.call('models.repair', { model, consent: acceptLicence })),
  );
}

/** Begins a download and shows how it goes, to its end. Ctrl+C ends it and keeps what has come. */
async function follow(
  { call, subscribe }: Session,
  json: boolean | undefined,
  begin: () => Promise<Download>,
): Promise<void> {
  const before = new Set(
    (await call('models.list', {})).installed.map(({ id, version }) => `${id} ${version}`),
  );
  await interruptible(async (interruption) => {
    const ended = Promise.withResolvers<Download | undefined>();
    let key: string | undefined;
    const look = (downloads: readonly Download[]) => {
      const download = downloads.find(({ model }) => model === key);
      if (!download || download.state === 'failed' || download.state === 'stopped') ended.resolve(download);
      else show(download);
    };
    const unsubscribe = subscribe(({ event, payload }) => {
      if (event === 'models.changed' && key !== undefined) look(payload.downloads);
    });
    try {
      const { model } = await begin();
      key = model;
      interruption.signal.addEventListener('abort', () => void call('models.cancel', { model }));
      look((await call('models.list', {})).downloads);
      report(await ended.promise, interruption.exitCode);
    } finally {
      unsubscribe();
    }
  });
  const { installed } = await call('models.list', {});
  const come = installed.filter(({ id, version }) => !before.has(`${id} ${version}`));
  if (json) console.log(JSON.stringify({ installed: come }));
  else {
    note(come.length > 0 ? `Installed: ${come.map(({ id }) => id).join(', ')}` : 'Every file is right.');
    for (const { problem } of come) if (problem !== null) note(problem);
  }
}

/** @throws CommandError when it did not end well */
function report(download: Download | undefined, interrupted: number): void {
  if (interrupted > 0) {
    throw new CommandError('Stopped; what has come is kept, and the same command goes on with it.', {
      code: 'command.interrupted',
      exitCode: interrupted,
    });
  }
  if (download?.error) throw new CommandError(download.error.message, { code: download.error.code });
}

let shown = '';

function show({ state, receivedBytes, totalBytes, bytesPerSecond, secondsLeft, retrying }: Download): void {
  if (state === 'queued') return;
  const received = (receivedBytes / 1e6).toFixed(1);
  const total = totalBytes === null ? '' : ` of ${(totalBytes / 1e6).toFixed(1)}`;
  const speed = bytesPerSecond === null ? '' : `, ${(bytesPerSecond / 1e6).toFixed(1)} MB/s`;
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
  const amount = `${received}${total} MB${speed}${left}`;
  const line = state === 'checking' ? 'checking' : retrying === null ? amount : `${retrying} Trying again…`;
  if (line === shown) return;
  shown = line;
  process.stderr.write(process.stderr.isTTY ? `\r${line.padEnd(60)}\r` : `${line}\n`);
}
