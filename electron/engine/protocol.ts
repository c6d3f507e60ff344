/** What the workbench and the engine process say to each other over the child's channel. */
import type { InstalledModel } from '../../models/translation/installed.ts';
import type { LoadOptions, Translation } from '../../models/translation/translator.ts';

/** To the engine. A run is one request to translate, numbered by the workbench; runs are done one after the other. */
export type ToEngine =
  | {
      type: 'translate';
      run: number;
      model: InstalledModel;
      /** The language of the sentences, BCP 47. */
      language: string;
      /** Width of the beam, 1 to 6; greedy when left out. */
      beam?: number;
      sentences: readonly string[];
      options: LoadOptions;
    }
  | { type: 'cancel'; run: number };

/**
 * From the engine. Every run ends with exactly one of `done`, `cancelled` and `refused`, or with the process.
 * `memoryBytes` is what of the process is resident.
 */
export type FromEngine =
  /** The process listens. */
  | { type: 'ready' }
  /** The model of the run is loaded. */
  | { type: 'loaded'; run: number; memoryBytes: number }
  /** A sign of life: the run goes on. */
  | { type: 'alive'; run: number; memoryBytes: number }
  | { type: 'result'; run: number; translation: Translation }
  | { type: 'done'; run: number; memoryBytes: number }
  | { type: 'cancelled'; run: number }
  /** The model cannot be used; in the words of an `InputError`. */
  | { type: 'refused'; run: number; code: string; message: string };
