import fc from 'fast-check';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { normaliseHub } from '../../../../models/installation/hub/options.ts';
import { impostor } from '../../../../models/installation/impostor.ts';
import { needsConsent } from '../../../../models/installation/licence.ts';
import { Rate } from '../../../../models/installation/rate.ts';
import { isSafePath } from '../../../../models/installation/safe-path.ts';

test('a safe path stays below its folder, whatever a stranger writes', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '',
    'a',
    'onnx',
    '...',
    'con',
    'C:',
    '\\',
    ' ',
    '\0',
    '~',
    '%2e%2e',
    'ž',
  );
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('/', '\\', ''),
      (parts, by) => {
        const path = parts.join(by);
        fc.pre(isSafePath(path));
        expect(relative('/models', join('/models', path))).toBe(path);
      },
    ),
  );
  expect(isSafePath('onnx/encoder_model_quantized.onnx')).toBe(true);
  for (const bad of [
    '',
    '/a',
    'a/',
    'a//b',
    '../a',
    'a/../b',
    'C:/a',
    'a\\b',
    'a/.',
    'nul.txt',
    'a.',
    'a\u0000',
  ])
    expect([bad, isSafePath(bad)]).toEqual([bad, false]);
});

test.each([
  ['Apache-2.0', false],
  ['MIT', false],
  ['CC-BY-4.0', false],
  ['CC-BY-NC-4.0', true],
  ['cc-by-nc-sa-4.0', true],
  ['CC-BY-NC', true],
  ['NCSA', false],
  [null, false],
])('the licence %s wants a consent: %s', (licence, needed) => {
  expect(needsConsent(licence)).toBe(needed);
});

test.each([
  ['https://huggingface.co', 'https://huggingface.co'],
  [' https://hub.example/models/ ', 'https://hub.example/models'],
  ['http://10.0.0.1:8080', 'http://10.0.0.1:8080'],
  ['file:///models', null],
  ['hub.example', null],
  ['https://me:secret@hub.example', null],
  ['https://hub.example?x=1', null],
])('the address %s of a hub is kept as %s', (given, kept) => {
  expect(normaliseHub(given)).toBe(kept);
});

test.each([
  ['<!DOCTYPE html>', 'web-page'],
  ['\ufeff\n <HTML lang="en">', 'web-page'],
  ['version https://git-lfs.github.com/spec/v1', 'lfs-pointer'],
  ['{"model_type": "marian"}', undefined],
  ['', undefined],
])('%j is taken for %s', (text, kind) => {
  expect(impostor(Buffer.from(text))?.kind).toBe(kind);
});

test('a speed is told after a second, follows the line, and begins anew with the file', () => {
  let now = 0;
  const rate = new Rate(() => now);
  rate.reached(500);
  expect(rate.perSecond()).toBeNull();
  for (now = 500; now <= 4000; now += 500) rate.reached(500 + now);
  expect(rate.perSecond()).toBe(1000);
  for (now = 4500; now <= 20_000; now += 500) rate.reached(4500 + (now - 4000) * 10);
  expect(rate.perSecond()).toBe(10_000);
  rate.reached(100);
  expect(rate.perSecond()).toBeNull();
});
