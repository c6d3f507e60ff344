/** One file from the hub onto the disk: resumed where it broke off, whole and right at the end or not there. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { InputError } from '../../errors.ts';
import { diskProblem } from '../disk-problem.ts';
import { sha256OfFile } from '../hash.ts';
import { impostor } from '../impostor.ts';
import type { Answer, From, HubClient, Place, RemoteFile } from './client.ts';
import { connectionProblem, Transient, webPage } from './problems.ts';
import { retrying } from './retry.ts';

export interface FileDownload {
  client: HubClient;
  place: Place;
  /** As the hub described it when it was asked. */
  remote: RemoteFile;
  /** What its bytes have to give, where that is known. */
  sha256: string | null;
  /** Where it comes to lie. What has come so far is kept beside it, as `.part`, with where it is from, as `.part.json`. */
  to: string;
  signal: AbortSignal;
  /** How many bytes of the file are there; fewer than before when it has to begin anew. */
  onBytes: (bytes: number) => void;
}

/** Where the bytes of a partial file are from. */
interface Origin {
  identity: string | null;
  etag: string | null;
}

/** A splice of two files, or a bit that fell over on the way: the second try begins at the first byte. */
const CHECKSUM_TRIES = 2;

/**
 * Downloads a file.
 *
 * @returns the SHA-256 and the size of what is on the disk now
 * @throws InputError `hub.*`; the signal's reason when it aborts. What has come stays for the next time.
 */
export async function downloadFile(download: FileDownload): Promise<{ sha256: string; sizeBytes: number }> {
  const { to, sha256, client, signal, place } = download;
  const part = `${to}.part`;
  for (let attempt = 1; ; attempt++) {
    await retrying((progress) => fetchRest(download, part, progress), client.options, signal);
    const found = await sha256OfFile(part, signal);
    if (sha256 === null || found === sha256) {
      const sizeBytes = statSync(part).size;
      renameSync(part, to);
      rmSync(`${part}.json`, { force: true });
      return { sha256: found, sizeBytes };
    }
    discard(part);
    if (attempt === CHECKSUM_TRIES) {
      throw new InputError(
        'hub.checksum',
        `The file ${place.path} of ${place.repository} came damaged, twice (its SHA-256 is ${found.slice(0, 12)}…, it should be ${sha256.slice(0, 12)}…). Nothing was changed. Try again from another network; if it stays so, do not trust this source.`,
      );
    }
  }
}

function discard(part: string): void {
  rmSync(part, { force: true });
  rmSync(`${part}.json`, { force: true });
}

/** Fetches what is missing of the file. */
async function fetchRest(
  { client, place, remote, signal, onBytes }: FileDownload,
  part: string,
  progress: (reached: number) => void,
): Promise<void> {
  const from = resumable(part, remote);
  const there = from?.byte ?? 0;
  onBytes(there);
  if (from && there === remote.sizeBytes) return;
  const answer = await client.open(place, from, signal);
  const isRest = answer.status === 206 && from !== null && continues(answer, from, remote);
  if (answer.status !== 200 && !isRest) {
    // Another file by now, or a host that counts differently: from the first byte.
    answer.body.on('error', () => {}).destroy();
    discard(part);
    throw new Transient(changing(place));
  }
  const start = isRest ? there : 0;
  if (!isRest) writeFileSync(part, '');
  const origin: Origin = { identity: remote.identity ?? answer.identity, etag: answer.strongEtag };
  writeFileSync(`${part}.json`, JSON.stringify(origin));
  const length = Number(answer.headers['content-length'] ?? Number.NaN);
  const total = remote.sizeBytes ?? (Number.isFinite(length) ? start + length : null);
  const end = await receive(answer, part, start, total, place, signal, (bytes) => {
    progress(bytes);
    onBytes(bytes);
  });
  if (total !== null && end !== total) throw new Transient(cutOff(place, end, total));
}

/** Where to go on in a file that is partly there; null: at the first byte. */
function resumable(part: string, remote: RemoteFile): From | null {
  const byte = statSync(part, { throwIfNoEntry: false })?.size ?? 0;
  const origin = byte > 0 ? originOf(part) : null;
  const isSame = origin !== null && origin.identity !== null && origin.identity === remote.identity;
  const isTooLong = remote.sizeBytes !== null && byte > remote.sizeBytes;
  // A SHA-256 names the content by itself; anything else wants the word of the host that gave the first bytes.
  if (!isSame || isTooLong || (origin.etag === null && remote.sha256 === null)) {
    discard(part);
    return null;
  }
  return { byte, etag: origin.etag };
}

function originOf(part: string): Origin | null {
  try {
    if (!existsSync(`${part}.json`)) return null;
    const { identity, etag } = JSON.parse(readFileSync(`${part}.json`, 'utf8')) as Partial<Origin>;
    return { identity: identity ?? null, etag: etag ?? null };
  } catch {
    return null;
  }
}

/** Whether a partial answer begins where we stopped, in a file of the same length. */
function continues({ headers }: Answer, { byte }: From, { sizeBytes }: RemoteFile): boolean {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/u.exec(headers['content-range'] ?? '') ?? [];
  return Number(start) === byte && (sizeBytes === null || total === '*' || Number(total) === sizeBytes);
}

/** Writes an answer's bytes as they come; what is on the disk stays when the rest does not come. */
async function receive(
  { body }: Answer,
  part: string,
  start: number,
  total: number | null,
  place: Place,
  signal: AbortSignal,
  onBytes: (end: number) => void,
): Promise<number> {
  const file = openSync(part, 'r+');
  let end = start;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (end === 0) refuseImpostor(chunk, place);
      if (total !== null && end + chunk.length > total) {
        truncateSync(part, 0);
        onBytes(0);
        throw new Transient(cutOff(place, end + chunk.length, total));
      }
      writeWhole(file, chunk, end);
      end += chunk.length;
      onBytes(end);
    }
    fsyncSync(file);
    return end;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Transient) throw error;
    const problem = diskProblem(error, part);
    throw problem instanceof InputError ? problem : connectionProblem(problem, 'the hub');
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, chunk: Buffer, at: number): void {
  for (let written = 0; written < chunk.length;) {
    written += writeSync(file, chunk, written, chunk.length - written, at + written);
  }
}

function refuseImpostor(chunk: Buffer, place: Place): void {
  const what = `${place.path} of ${place.repository}`;
  const found = impostor(chunk);
  if (found?.kind === 'web-page') throw webPage(what, 'the hub');
  if (found) {
    throw new InputError(
      'hub.lfs-pointer',
      `Instead of ${what} the hub gave out a Git LFS pointer: this mirror has not got the file itself. Choose another address for the hub. Nothing was changed.`,
    );
  }
}

const cutOff = (place: Place, bytes: number, total: number): InputError =>
  new InputError(
    'hub.length',
    `The file ${place.path} of ${place.repository} does not come as announced: ${bytes} bytes came, ${total} were to come. Try again later or from another network.`,
  );

const changing = (place: Place): InputError =>
  new InputError(
    'hub.changing',
    `The file ${place.path} of ${place.repository} changed again and again while it was downloaded. Try again later.`,
  );
