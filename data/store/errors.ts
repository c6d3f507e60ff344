import { InputError } from '../../models/errors.ts';

/**
 * What SQLite said, put for the editor; anything else is given back as it is.
 * A failed transaction has been rolled back by then: nothing was changed.
 */
export const databaseError = (error: unknown, file: string): unknown => explained(error, codeOf(error), file);

/** What SQLite or the file system said while the library was opened: only there the file in question is the library's. */
export const openError = (error: unknown, file: string): unknown =>
  explained(error, sqliteCodes[codeOf(error)] ?? codeOf(error), file);

/** The system's codes by those of SQLite for the same trouble. */
const sqliteCodes: Record<string, string> = {
  ENOSPC: 'SQLITE_FULL',
  EROFS: 'SQLITE_READONLY',
  EACCES: 'SQLITE_CANTOPEN',
  EPERM: 'SQLITE_CANTOPEN',
  ENOTDIR: 'SQLITE_CANTOPEN',
  EEXIST: 'SQLITE_CANTOPEN',
};

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof Error && typeof code === 'string' ? code : '';
}

function explained(error: unknown, code: string, file: string): unknown {
  if (error instanceof InputError) return error;
  const explanation = explain(code, file);
  return explanation ? new InputError(explanation[0], explanation[1], { cause: error }) : error;
}

function explain(code: string, file: string): [code: string, message: string] | undefined {
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
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
  if (code.startsWith('SQLITE_READONLY')) {
    return [
      'database.read-only',
      `The library ${file} cannot be written to. Check its permissions, or choose another file with --db.`,
    ];
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
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
