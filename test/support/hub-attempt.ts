/** A model on its way from the hub double into a models folder, and what may come in between. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubClient } from '../../models/installation/hub/client.ts';
import type { HubOptions } from '../../models/installation/hub/options.ts';
import { installFromHub, type Progress } from '../../models/installation/install-from-hub.ts';
import { wantedFrom } from '../../models/installation/wanted.ts';
import { knownModels } from '../../models/translation/catalogue.ts';
import { thisOwner } from '../../electron/workbench/owner.ts';
import { send, startHub, type Fault, type Hub, type Reply, type Seen } from './hub.ts';
import { temporaryFolder } from './library.ts';

export const mini = join(import.meta.dirname, '../../models/mini/weights');
export const REPOSITORY = 'Xenova/opus-mt-de-en';
export const ENCODER = 'onnx/encoder_model_quantized.onnx';
const wanted = wantedFrom(knownModels.find(({ repository }) => repository === REPOSITORY)!);

/** Patience of a test. */
const quick: Omit<HubOptions, 'url'> = { stallMs: 400, attempts: 3, firstPauseMs: 5, longestPauseMs: 40 };

export interface Attempt {
  hub: Hub;
  models: string;
  install: (
    options?: Partial<Parameters<typeof installFromHub>[1]> & { url?: string; sha256?: string },
  ) => Promise<void>;
  folder: string;
  progress: Progress[];
}

/** A hub and an empty models folder; `install` is one attempt of a fresh process. */
export async function setUp(fault: Fault = () => {}): Promise<Attempt> {
  const hub = await startHub({ [REPOSITORY]: mini });
  hub.fault = fault;
  const models = temporaryFolder();
  const progress: Progress[] = [];
  const install: Attempt['install'] = async ({ url = hub.url, sha256, ...options } = {}) => {
    const client = new HubClient({ url, ...quick });
    const files = wanted.files.map((file) => (sha256 && file.path === ENCODER ? { ...file, sha256 } : file));
    try {
      await installFromHub(
        { ...wanted, files },
        {
          models,
          client,
          owner: thisOwner,
          signal: new AbortController().signal,
          onProgress: (at) => progress.push(at),
          ...options,
        },
      );
    } finally {
      await client.close();
    }
  };
  return { hub, models, install, folder: join(models, REPOSITORY), progress };
}

/** A model that was there before: the same files and one that tells it from the new one. */
export function putOld(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(mini, folder, { recursive: true });
  writeFileSync(join(folder, 'old'), 'old');
}

export const isEncoder = ({ path }: Seen) => path.includes('encoder_model');
export const gets = (hub: Hub, host: Seen['host'], part: string) =>
  hub.seen.filter((seen) => seen.method === 'GET' && seen.host === host && seen.path.includes(part));

/** A fault of the first so many answers for the encoder that a host gives by GET. */
export const atFirst = (times: number, host: Seen['host'], reply: Reply): Fault => {
  let left = times;
  return (seen) =>
    seen.host === host && seen.method === 'GET' && isEncoder(seen) && left-- > 0 ? reply : undefined;
};
export const always = (host: Seen['host'], reply: Reply): Fault => atFirst(Infinity, host, reply);

export const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (_request, response) =>
    void response.writeHead(code, headers).end('no');
export const to = (location: string): Reply => status(302, { location });
export const encoder = readFileSync(join(mini, ENCODER));
/** Sends so many bytes of those announced and cuts the line. */
export const cutAfter =
  (bytes: number): Reply =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-/u.exec(request.headers.range ?? '')?.[1] ?? 0);
    const range =
      from > 0 ? { 'content-range': `bytes ${from}-${encoder.length - 1}/${encoder.length}` } : {};
    response.writeHead(from > 0 ? 206 : 200, {
      ...range,
      etag: '"whole"',
      'content-length': encoder.length - from,
    });
    response.write(encoder.subarray(from, from + bytes), () => setTimeout(() => response.destroy(), 5));
  };
export const stallAfter =
  (bytes: number): Reply =>
  (_request, response) => {
    response.writeHead(200, { etag: '"whole"', 'content-length': encoder.length });
    response.write(encoder.subarray(0, bytes));
  };
export const page: Reply = (request, response) => {
  const html = Buffer.from('<!DOCTYPE html><title>Sign in to the hotel network</title>');
  send(request, response, html, { 'content-type': 'text/html; charset=utf-8' });
};
export const bytesAs =
  (bytes: Buffer): Reply =>
  (request, response) =>
    send(request, response, bytes, { etag: '"other"', 'content-type': 'binary/octet-stream' });
export const wrong = Buffer.from(encoder);
wrong[1234]! ^= 1;
