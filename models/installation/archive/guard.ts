/** What an archive may do to this machine: nothing outside of its folder, no links, no more files and bytes than a model has. */
import { basename } from 'node:path';
import { InputError } from '../../errors.ts';
import { possibleFiles } from '../../translation/files.ts';
import { MANIFEST_FILE } from '../manifest.ts';
import { isSafePath } from '../safe-path.ts';

export interface ArchiveEntry {
  /** As the archive has it. */
  path: string;
  sizeBytes: number;
  isLink: boolean;
}

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 32e9;
/** Weights shrink to a half at most, tokenizers to a tenth: more than this is a bomb. */
const MOST_RATIO = 100;
const RATIO_COUNTS_FROM_BYTES = 50_000_000;

/** Files that belong to a model; others in an archive are left where they are. */
const WANTED = [...possibleFiles, 'bitext.json', MANIFEST_FILE];

export class ArchiveGuard {
  readonly #name: string;
  readonly #packedBytes: number;
  #entries = 0;
  #bytes = 0;

  /** @param packedBytes the size of the archive itself */
  constructor(archive: string, packedBytes: number) {
    this.#name = basename(archive);
    this.#packedBytes = packedBytes;
  }

  /**
   * Where an entry is to be unpacked to, relative to the folder for the archive; null when it is not wanted.
   *
   * @throws InputError `archive.unsafe`, `archive.link`, `archive.too-large`: the whole archive is refused
   */
  admit({ path, sizeBytes, isLink }: ArchiveEntry): string | null {
    if (++this.#entries > MOST_ENTRIES) throw this.#tooLarge(`it has more than ${MOST_ENTRIES} files`);
    const plain = path.replace(/^(?:\.\/)+/u, '');
    if (leadsOut(plain)) {
      throw new InputError(
        'archive.unsafe',
        `${this.#name} was not unpacked: its entry “${path.slice(0, 100)}” would be written outside of its folder. Get the model from a source that you trust.`,
      );
    }
    if (!WANTED.some((file) => plain === file || plain.endsWith(`/${file}`))) return null;
    if (isLink) {
      throw new InputError(
        'archive.link',
        `${this.#name} was not unpacked: its entry “${path.slice(0, 100)}” is a link to another file, not the file itself. Pack the model anew, with the files in place of the links.`,
      );
    }
    if (!isSafePath(plain)) return null;
    this.inflated(sizeBytes);
    return plain;
  }

  /** Counts bytes that come out of the archive. @throws InputError `archive.too-large` */
  inflated(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > MOST_BYTES) throw this.#tooLarge(`it unpacks to more than ${MOST_BYTES / 1e9} GB`);
    if (this.#bytes > RATIO_COUNTS_FROM_BYTES && this.#bytes > MOST_RATIO * this.#packedBytes) {
      throw this.#tooLarge(`it unpacks to more than ${MOST_RATIO} times its size`);
    }
  }

  #tooLarge(how: string): InputError {
    return new InputError('archive.too-large', `${this.#name} was not unpacked: ${how}, as no model does.`);
  }
}

const leadsOut = (path: string): boolean =>
  path.startsWith('/') ||
  /^[a-z]:/iu.test(path) ||
  path.includes('\0') ||
  path.split(/[/\\]/u).includes('..');
