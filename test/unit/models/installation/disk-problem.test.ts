import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { InputError } from '../../../../models/errors.ts';
import { claim } from '../../../../models/installation/claim.ts';
import { diskProblem } from '../../../../models/installation/disk-problem.ts';
import { freeBytes, megabytes, requireRoom } from '../../../../models/installation/room.ts';
import { modelsFolder } from '../translation/model-folder.ts';

test.each([
  ['ENOSPC', 'disk.full'],
  ['EDQUOT', 'disk.full'],
  ['EROFS', 'disk.read-only'],
  ['EIO', 'disk.failing'],
  ['EFBIG', 'disk.file-size'],
])('%s is told as %s, with the folder', (code, told) => {
  const problem = diskProblem(Object.assign(new Error(code), { code }), '/media/stick');
  expect(problem).toMatchObject({ code: told, message: expect.stringContaining('/media/stick') });
});

test('what is no matter of the disk is left as it is', () => {
  const other = new Error('else');
  const ours = new InputError('model.busy', 'busy');
  expect([diskProblem(other, '/'), diskProblem(ours, '/')]).toEqual([other, ours]);
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder without permission is told',
  async () => {
    const folder = modelsFolder();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    const owner = { name: 'me', isAlive: () => true };
    await expect(claim(join(folder, '.incoming'), 'a', 'A', owner)).rejects.toMatchObject({
      code: 'disk.read-only',
    });
  },
);

test('the room on a disk is asked for, also below a folder that is not there yet', () => {
  const folder = modelsFolder();
  expect(freeBytes(join(folder, 'a/b'))).toBeGreaterThan(0);
  expect(() => requireRoom('M', folder, 100e6, () => 300e6)).not.toThrow();
  expect(() => requireRoom('M', folder, 100e6 + 1, () => 300e6)).toThrow(
    /101 MB.*200 MB to spare.*300 MB are free/,
  );
  expect(() => requireRoom('M', folder, 1e12, () => null)).not.toThrow();
  expect([megabytes(111_500_000), megabytes(1_340_000_000)]).toEqual(['112 MB', '1.3 GB']);
});
