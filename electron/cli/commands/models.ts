import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { COMMAND } from '../../../models/installation/app.ts';
import { megabytes as inWords } from '../../../models/installation/room.ts';
import type { Download, KnownModel, Model } from '../../contract.ts';
import { folders } from '../../folders.ts';
import { note } from '../files.ts';
import { withSession, type Session } from '../session.ts';

/** `bitext models`: what is installed, what is known, what was begun. */
export async function listModels({ json }: { json?: boolean }): Promise<void> {
  // To look at models must not make a library.
  const db = existsSync(folders().database) ? undefined : ':memory:';
  await withSession(db, async ({ call }) => {
    const { folder, freeBytes, hub, installed, known, downloads } = await call('models.list', {});
    if (json) {
      console.log(JSON.stringify({ folder, freeBytes, hub, installed, known, downloads }));
      return;
    }
    const free = freeBytes === null ? '' : ` (${inWords(freeBytes)} free)`;
    console.log(`Models folder: ${folder}${free}\nModel hub: ${hub.url}\n\nInstalled`);
    for (const model of installed)
      console.log(row(model.id, model, megabytes(model.diskBytes), noteOn(model)));
    if (downloads.length > 0) console.log(`\nBegun (${COMMAND} models install goes on)`);
    for (const download of downloads) console.log(begun(download));
    console.log('\nKnown');
    for (const model of known) console.log(row(model.repository, model, sizeOf(model), noteOnKnown(model)));
  });
}

/** `bitext models remove ID…` */
export async function removeModels(ids: string[], { json }: { json?: boolean }): Promise<void> {
  await withSession(undefined, async ({ call }) => {
    for (const model of ids) await call('models.remove', { model });
    if (json) console.log(JSON.stringify({ removed: ids }));
    else note(`Removed: ${ids.join(', ')}`);
  });
}

/** `bitext models pack [ID…] -o PATH` */
export async function packModels(
  ids: string[],
  { output, json }: { output: string; json?: boolean },
): Promise<void> {
  await withSession(undefined, async ({ call }: Session) => {
    const packed = await call('models.pack', {
      path: resolve(output),
      ...(ids.length > 0 ? { models: ids } : {}),
    });
    if (json) console.log(JSON.stringify(packed));
    else {
      note(
        `${packed.models.join(', ')} packed into ${packed.path} (${megabytes(packed.sizeBytes)}). On the other computer: Models, “Install from…”; or ${COMMAND} models install PATH`,
      );
    }
  });
}

const noteOn = ({ problem, closedVocabulary, licence }: Model): string =>
  problem ?? [closedVocabulary ? 'demo articles only' : '', licence ?? ''].filter(Boolean).join(', ');

const noteOnKnown = ({ supported, licence, isNonCommercial, quality }: KnownModel): string =>
  [
    quality,
    isNonCommercial ? `${licence} (no commercial use)` : licence,
    supported ? '' : 'not supported yet',
  ]
    .filter(Boolean)
    .join(', ');

const begun = ({ model, state, receivedBytes, totalBytes }: Download): string =>
  `  ${model.padEnd(36)} ${state}, ${megabytes(receivedBytes)}${totalBytes === null ? '' : ` of ${megabytes(totalBytes)}`}`;

const pairs = ({ source, target }: { source: readonly string[]; target: string }): string =>
  `${source.length > 6 ? `${source.length} languages` : source.join(', ')} → ${target}`;

const row = (
  name: string,
  languages: { source: readonly string[]; target: string },
  size: string,
  remark: string,
): string => `  ${name.padEnd(36)} ${pairs(languages).padEnd(26)} ${size.padStart(13)}  ${remark}`.trimEnd();

const sizeOf = ({ sizeBytes, sizeIsApproximate }: KnownModel): string =>
  sizeIsApproximate ? `about ${Math.round(sizeBytes / 1e6)} MB` : megabytes(sizeBytes);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
