/** Downloads that were called off or broke, and are gone on with. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stoppedDownloads } from '../../../models/installation/stopped.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { thisOwner } from '../../../electron/workbench/owner.ts';
import { send, sha, type Reply } from '../../support/hub.ts';
import {
  mini,
  REPOSITORY,
  ENCODER,
  type Attempt,
  setUp,
  putOld,
  isEncoder,
  gets,
  always,
  status,
  encoder,
  stallAfter,
} from '../../support/hub-attempt.ts';

/** Stops a first attempt when the encoder has come this far. */
async function stoppedHalfway(): Promise<Attempt> {
  const attempt = await setUp(always('cdn', stallAfter(300_000)));
  const abort = new AbortController();
  const part = join(attempt.models, '.incoming', encodeURIComponent(REPOSITORY), 'files', `${ENCODER}.part`);
  const running = attempt.install({ signal: abort.signal });
  const isThere = () => existsSync(part) && statSync(part).size >= 200_000;
  while (!isThere()) await new Promise((done) => setTimeout(done, 10));
  abort.abort(new Error('called off'));
  await expect(running).rejects.toThrow('called off');
  attempt.hub.seen.length = 0;
  attempt.hub.fault = () => {};
  return attempt;
}

test('called off in the middle, it goes on with the next byte', async () => {
  const { install, hub, models, folder } = await stoppedHalfway();
  const [left] = stoppedDownloads(models, thisOwner);
  expect(left!.receivedBytes).toBeGreaterThanOrEqual(200_000);
  // What the second host calls the file did not come with the cut answer's name: the same bytes by their SHA-256.
  hub.fault = (seen) => (seen.host === 'cdn' ? bytesWithName('"whole"') : undefined);
  await install();
  expect(gets(hub, 'cdn', 'encoder_model')[0]!.headers).toMatchObject({
    range: expect.stringMatching(/^bytes=[2-9]\d{5}-$/),
    'if-range': '"whole"',
  });
  await verifyModel({ name: 'it', folder, embedded: false });
});

/** The files of the second host under one ETag. */
const bytesWithName =
  (etag: string): Reply =>
  (request, response) => {
    const name = new URL(request.url ?? '', 'http://cdn').searchParams.get('file') ?? '';
    send(request, response, readFileSync(join(mini, name.slice(REPOSITORY.length + 1))), { etag });
  };

test('another ETag by then: from the first byte, and never a splice of two files', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  await install();
  const [first] = gets(hub, 'cdn', 'encoder_model');
  expect(first!.headers['if-range']).toBe('"whole"');
  expect(readFileSync(join(folder, ENCODER))).toEqual(encoder);
});

test('another file on the hub by then: from the first byte', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  // Another training: other bytes of the same length.
  const newer = Buffer.from(encoder);
  newer[newer.length - 1]! ^= 1;
  hub.files.set(`${REPOSITORY}/${ENCODER}`, newer);
  await install();
  expect(gets(hub, 'cdn', 'encoder_model')[0]!.headers.range).toBeUndefined();
  expect(readFileSync(join(folder, ENCODER))).toEqual(newer);
});

test('a weak ETag and no checksum: nothing to go on by', async () => {
  const attempt = await setUp();
  attempt.hub.isLarge = () => false;
  let cuts = 1;
  attempt.hub.fault = (seen) =>
    isEncoder(seen) && seen.host === 'hub'
      ? (request, response) => {
          if (seen.method === 'GET' && cuts-- > 0) {
            response.writeHead(200, { etag: 'W/"1"', 'content-length': encoder.length });
            response.write(encoder.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 5));
          } else send(request, response, encoder, { etag: 'W/"1"' });
        }
      : undefined;
  await attempt.install();
  expect(gets(attempt.hub, 'hub', 'encoder_model').map(({ headers }) => headers.range)).toEqual([
    undefined,
    undefined,
  ]);
});

test('a host that has less than we have (416) makes it begin anew', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  let refusals = 1;
  hub.fault = (seen) =>
    seen.host === 'cdn' && isEncoder(seen) && refusals-- > 0
      ? status(416, { 'content-range': 'bytes */1' })
      : undefined;
  await install();
  expect(readFileSync(join(folder, ENCODER))).toEqual(encoder);
});

test('a file that the model has no more by then does not stay', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  hub.files.delete(`${REPOSITORY}/generation_config.json`);
  await install();
  expect((await verifyModel({ name: 'it', folder, embedded: false })).files).toHaveLength(5);
  expect(existsSync(join(folder, 'generation_config.json'))).toBe(false);
});

test('the catalogue knows a checksum: it counts, whatever the hub says', async () => {
  const { install, folder } = await setUp();
  putOld(folder);
  await expect(install({ sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'hub.checksum' });
  expect(existsSync(join(folder, 'old'))).toBe(true);
  await install({ sha256: sha(encoder) });
});
