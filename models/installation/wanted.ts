import type { KnownModel } from '../translation/catalogue.ts';

/** A file that is to be fetched. */
export interface WantedFile {
  path: string;
  /** Where it is known beforehand. */
  sha256: string | null;
  /** The model is whole without it. */
  isOptional: boolean;
}

/** A model that is to be fetched. */
export interface Wanted {
  /** The folder that it goes to, below the models folder, e.g. `Xenova/opus-mt-de-en`. */
  id: string;
  name: string;
  /** On the hub: owner/name. */
  repository: string;
  /** A branch or a commit. */
  revision: string;
  /** SPDX identifier. */
  licence: string | null;
  /** About. */
  sizeBytes: number;
  files: readonly WantedFile[];
}

/** Older exports do without it. */
const OPTIONAL = new Set(['generation_config.json']);

/** A model of the catalogue as it is to be fetched, into the folder `id`. */
export const wantedFrom = (known: KnownModel, id: string = known.repository): Wanted => ({
  id,
  name: known.name,
  repository: known.repository,
  revision: known.revision ?? 'main',
  licence: known.licence,
  sizeBytes: known.sizeBytes,
  files: known.files.map(({ path, sha256 }) => ({
    path,
    sha256: sha256 ?? null,
    isOptional: OPTIONAL.has(path),
  })),
});
