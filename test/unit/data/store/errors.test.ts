import { expect, test } from 'vitest';
import { databaseError } from '../../../../data/store/errors.ts';

const failure = (code: string) => Object.assign(new Error('no'), { code });

test.each(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN', 'SQLITE_IOERR_READ'])(
  '%s is said of the library',
  (code) => {
    expect(databaseError(failure(code), '/l.db')).toMatchObject({
      message: expect.stringContaining('/l.db'),
    });
  },
);

test.each(['EACCES', 'EPERM', 'ENOTDIR', 'ENOSPC', 'EROFS', 'EEXIST'])(
  '%s of some file is not said of the library',
  (code) => {
    const error = failure(code);
    expect(databaseError(error, '/l.db')).toBe(error);
  },
);
