import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RememberedLayouts } from '../../../../electron/engine/remembered-layouts.ts';
import { installedModels } from '../../../../models/translation/installed.ts';
import { temporaryFolder } from '../../../support/library.ts';

const model = installedModels('/nowhere').at(-1)!;
const machine = { cpu: 'A good one', cores: 2 };
const two = { processes: 2, threads: 1 };
const measured = [{ layout: two, lettersPerSecond: 200 }];

function remembering() {
  const folder = temporaryFolder();
  const file = join(folder, 'engine.json');
  new RememberedLayouts(file, machine).set(model, two, 4, measured);
  return { folder, file };
}

test('what was found is there for the next start, in a file that is whole', () => {
  const { folder, file } = remembering();
  expect(new RememberedLayouts(file, machine).get(model, 4)).toEqual(two);
  expect(readdirSync(folder)).toEqual(['engine.json']);
});

test('on another machine, for another version of the model, or with more memory it does not count', () => {
  const { file } = remembering();
  expect(new RememberedLayouts(file, { ...machine, cores: 4 }).get(model, 4)).toBeNull();
  expect(new RememberedLayouts(file, { ...machine, cpu: 'A better one' }).get(model, 4)).toBeNull();
  const remembered = new RememberedLayouts(file, machine);
  expect(remembered.get({ ...model, version: 'newer' }, 4)).toBeNull();
  expect(remembered.get({ ...model, id: 'other' }, 4)).toBeNull();
  remembered.set({ ...model, id: 'other' }, two, 1, measured);
  expect(remembered.get({ ...model, id: 'other' }, 1)).toEqual(two);
  expect(remembered.get({ ...model, id: 'other' }, 2)).toBeNull();
});

test('a newer version of a model takes the place of the older one', () => {
  const { file } = remembering();
  new RememberedLayouts(file, machine).set({ ...model, version: 'newer' }, two, 4, measured);
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).models)).toEqual([`${model.id}@newer`]);
});

test('two processes that remember at the same time keep both of what they found', () => {
  const { file } = remembering();
  const window = new RememberedLayouts(file, machine);
  const command = new RememberedLayouts(file, machine);
  window.set({ ...model, id: 'first' }, two, 4, measured);
  command.set({ ...model, id: 'second' }, two, 4, measured);
  const next = new RememberedLayouts(file, machine);
  expect(['first', 'second'].map((id) => next.get({ ...model, id }, 4))).toEqual([two, two]);
});

test.each([
  ['nothing', ''],
  ['half of it', '{"scheme": 2, "machine": {"cpu": "A go'],
  ['something else', '[1, 2, 3]'],
  [
    'another scheme',
    JSON.stringify({ scheme: 99, machine, models: { [`${model.id}@${model.version}`]: { layout: two } } }),
  ],
  [
    'a layout that cannot be',
    JSON.stringify({
      scheme: 2,
      machine,
      models: {
        [`${model.id}@${model.version}`]: { layout: { processes: 5000, threads: 0 }, most: 4, measured: [] },
      },
    }),
  ],
])('a file that holds %s is ignored and written anew', (_, text) => {
  const file = join(temporaryFolder(), 'engine.json');
  writeFileSync(file, text);
  const remembered = new RememberedLayouts(file, machine);
  expect(remembered.get(model, 1)).toBeNull();
  remembered.set(model, two, 4, measured);
  expect(new RememberedLayouts(file, machine).get(model, 4)).toEqual(two);
});

test('where it cannot be written nothing is left behind, and it is remembered until the end', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'engine.json');
  mkdirSync(file);
  const remembered = new RememberedLayouts(file, machine);
  expect(() => remembered.set(model, two, 4, measured)).toThrow(/EISDIR|EEXIST|EPERM|ENOTEMPTY/u);
  expect(remembered.get(model, 4)).toEqual(two);
  expect(readdirSync(folder)).toEqual(['engine.json']);
});
