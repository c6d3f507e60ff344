import type { Download } from '../../electron/contract.ts';
import { topOf } from './chosen-folder.ts';
import { call, CallError } from './client.ts';
import { takeToken } from './token.ts';

export interface ModelFilesOptions {
  /** The editor agreed to a licence that forbids commercial use. */
  consent?: boolean;
  /** In a browser: bytes that have been handed over to the app. */
  onProgress?: (sentBytes: number, totalBytes: number) => void;
  signal?: AbortSignal;
}

/**
 * Installs models from what the editor chose: archives, or the files of a folder (`<input type="file" webkitdirectory>`).
 * The desktop knows where they lie; a browser hands their bytes over first.
 *
 * @returns how each begins; `models.changed` tells the rest. After `model.consent` call `models.installFrom` with the same
 * path (`Download.model`) and `consent: true`.
 * @throws CallError
 */
export async function installFromFiles(
  files: readonly File[],
  { consent = false, onProgress, signal }: ModelFilesOptions = {},
): Promise<Download[]> {
  const wanted = files.filter(isOfModel);
  if (wanted.length === 0) {
    throw new CallError(
      'model.none-found',
      'There is no model in what you chose: choose its folder, a .zip or a .tar.gz.',
    );
  }
  const { bitext } = window;
  const paths = bitext
    ? wanted.map((file) => topOf(bitext.pathOf(file), file))
    : await upload(wanted, onProgress, signal);
  const downloads: Download[] = [];
  for (const path of new Set(paths)) downloads.push(await call('models.installFrom', { path, consent }));
  return downloads;
}

/** Of a folder only what models are made of: other weights beside them may be gigabytes. */
const isOfModel = ({ name, webkitRelativePath }: File): boolean =>
  webkitRelativePath === '' || /\.(?:json|onnx)$/u.test(name);

async function upload(
  files: readonly File[],
  onProgress: ModelFilesOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  // What belongs together is thrown away together when it is installed.
  const ids = new Map<string, string>();
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const paths: string[] = [];
  let before = 0;
  try {
    for (const file of files) {
      const [top = '', ...below] = (file.webkitRelativePath || file.name).split('/');
      const id = ids.get(top) ?? crypto.randomUUID();
      ids.set(top, id);
      const path = [top, ...below].map(encodeURIComponent).join('/');
      paths.push(
        await send(`/api/uploads/${id}/${path}`, file, (sent) => onProgress?.(before + sent, total), signal),
      );
      before += file.size;
    }
    return paths;
  } catch (error) {
    // What has come is of no use without the rest, and may be gigabytes.
    await Promise.all([...ids.values()].map(throwAway));
    throw error;
  }
}

/** When the app cannot be reached it does so itself, a day later. */
const throwAway = (id: string): Promise<unknown> =>
  fetch(`/api/uploads/${id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${takeToken()}` },
  }).catch(() => undefined);

/** By XMLHttpRequest: `fetch` does not tell how far it has sent. */
function send(
  url: string,
  file: File,
  onBytes: (sent: number) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (code: string, message: string) => reject(new CallError(code, message));
    request.open('POST', url);
    request.setRequestHeader('Authorization', `Bearer ${takeToken()}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded }) => onBytes(loaded));
    request.addEventListener('load', () => {
      const answer = request.response as { path?: string; code?: string; message?: string } | null;
      if (request.status === 200 && answer?.path !== undefined) resolve(answer.path);
      else fail(answer?.code ?? 'upload.failed', answer?.message ?? `${file.name} could not be handed over.`);
    });
    request.addEventListener('error', () =>
      fail('connection.lost', `${file.name} could not be handed over: the app cannot be reached.`),
    );
    request.addEventListener('abort', () => fail('upload.cancelled', 'Called off.'));
    signal?.addEventListener('abort', () => request.abort());
    if (signal?.aborted) fail('upload.cancelled', 'Called off.');
    else request.send(file);
  });
}
