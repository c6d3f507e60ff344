import { InputError } from '../errors.ts';

/**
 * What the system said while files were written, put for the editor; anything else is given back as it is.
 *
 * @param folder where the files were to be
 */
export function diskProblem(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof InputError || typeof code !== 'string') return error;
  const explained = explanation(code, folder);
  return explained ? new InputError(explained[0], explained[1], { cause: error }) : error;
}

function explanation(code: string, folder: string): [code: string, message: string] | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return [
        'disk.full',
        `The disk that holds ${folder} is full. Make room and try again; what has come of a download is kept.`,
      ];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return [
        'disk.read-only',
        `Nothing can be written to ${folder} (${code}). Check its permissions, or choose another models folder with BITEXT_MODELS.`,
      ];
    case 'EIO':
      return [
        'disk.failing',
        `The disk that holds ${folder} failed (EIO). Copy what is dear to you, and check the disk.`,
      ];
    case 'EFBIG':
      return [
        'disk.file-size',
        `The disk that holds ${folder} takes no file of this size (a FAT stick takes 4 GB at most). Choose another disk.`,
      ];
    default:
      return undefined;
  }
}
