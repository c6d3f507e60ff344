import { InputError } from '../../models/errors.ts';

/**
 * What SQLite or the file system said, put for the editor; anything else is given back as it is.
 * A failed transaction has been rolled back by then: nothing was changed.
 */
export function databaseError(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (!(error instanceof Error) || error instanceof InputError || typeof code !== 'string') return error;
  const explanation = explain(code, file);
  if (!explanation) return error;
  return new InputError(explanation[0], explanation[1], { cause: error });
}

function explain(code: string, file: string): [code: string, message: string] | undefined {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') {
    return [
      'disk.full',
      `The disk that holds ${file} is full. Nothing was changed; make room and try again.`,
    ];
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return [
      'database.damaged',
      `The library ${file} is damaged or not a library at all. It was left untouched. ` +
        `Put a backup in its place or choose another file with --db.`,
    ];
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return ['database.busy', `The library ${file} is in use by another program. Close that and try again.`];
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') {
    return [
      'database.read-only',
      `The library ${file} cannot be written to. Check its permissions, or choose another file with --db.`,
    ];
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'EACCES' ||
    code === 'ENOTDIR' ||
    code === 'EPERM' ||
    code === 'EEXIST'
  ) {
    return [
      'database.unreadable',
      `The library ${file} cannot be opened. Check the path and its permissions.`,
    ];
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return ['database.unreadable', `The disk failed while ${file} was used (${code}). Nothing was changed.`];
  }
  return undefined;
}
