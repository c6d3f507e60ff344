/**
 * A browser tells no path of the files that an editor chooses, so it sends a model's files one by one:
 * `POST /api/uploads/<id>/<path>`, with the token, into a folder from which `models.installFrom` takes them.
 * `DELETE /api/uploads/<id>` throws away what has come, when the rest does not.
 */
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../models/errors.ts';
import { requireRoom } from '../../models/installation/room.ts';
import { isSafePath } from '../../models/installation/safe-path.ts';
import { uploadsFolder } from '../../models/installation/staging.ts';
import { hasBearerToken, isOwnHost, isOwnOrigin } from './security.ts';

export const UPLOADS = '/api/uploads/';

const MOST_BYTES = 16e9;
/** A folder of several models has about ten files each. */
const MOST_FILES = 500;

interface Receiver {
  /** The models folder. */
  models: string;
  port: number;
  token: string;
}

/** Answers `{path}`, where the first part of the file's path lies now, `{}` when it was thrown away, or `{code, message}`. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { models, port, token }: Receiver,
): Promise<void> {
  const answer = (status: number, body: object) => {
    // What is still on its way is not read any more.
    if (status !== 200) response.setHeader('Connection', 'close');
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(body));
  };
  const { headers, method, url = '' } = request;
  if (!isOwnHost(headers, port) || !isOwnOrigin(headers, port) || !hasBearerToken(headers, token)) {
    return answer(403, { code: 'upload.forbidden', message: 'This page belongs to an earlier launch.' });
  }
  try {
    if (method === 'DELETE') {
      await rm(join(uploadsFolder(models), idOf(url.slice(UPLOADS.length))), {
        recursive: true,
        force: true,
      });
      return answer(200, {});
    }
    if (method !== 'POST') return answer(405, { code: 'upload.method', message: 'Files are sent by POST.' });
    const place = placeOf(url, models, Number(headers['content-length'] ?? Number.NaN));
    await receive(request, place.file);
    return answer(200, { path: place.top });
  } catch (error) {
    // The window has gone, or called it off: there is nobody to tell.
    if (request.destroyed && !response.writable) return undefined;
    const known = error instanceof InputError ? error : unwritable(error);
    return answer(known.code === 'disk.room' ? 507 : 400, { code: known.code, message: known.message });
  }
}

/** @throws InputError `upload.invalid`, `upload.too-large`, `disk.room` */
function placeOf(url: string, models: string, bytes: number): { file: string; top: string } {
  const [first = '', ...parts] = url.slice(UPLOADS.length).split('/');
  const id = idOf(first);
  const path = parts.map(decoded).join('/');
  if (!isSafePath(path) || path.startsWith('.') || !Number.isInteger(bytes)) throw invalid(path);
  const folder = join(uploadsFolder(models), id);
  const count = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
  if (bytes > MOST_BYTES || count >= MOST_FILES) {
    throw new InputError(
      'upload.too-large',
      'These are more files, or larger ones, than models have. Choose the folder of one model.',
    );
  }
  // Here, and then in its place.
  requireRoom(path, models, 2 * bytes);
  return { file: join(folder, path), top: join(folder, path.split('/')[0] ?? '') };
}

/** @throws InputError `upload.invalid` */
function idOf(text: string): string {
  if (/^[0-9a-f-]{36}$/u.test(text)) return text;
  throw invalid(text);
}

const invalid = (path: string): InputError =>
  new InputError('upload.invalid', `The file ${path.slice(0, 200)} cannot be taken over.`);

/** What cannot be decoded stands for nothing that is allowed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** Whole or not at all. Node itself ends a body that is longer than it said. */
async function receive(request: IncomingMessage, file: string): Promise<void> {
  const part = `${file}.sending`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    await pipeline(request, createWriteStream(part));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

const unwritable = (error: unknown): InputError =>
  new InputError(
    'upload.failed',
    `The file could not be taken over (${error instanceof Error ? error.message : String(error)}). Try again.`,
  );
