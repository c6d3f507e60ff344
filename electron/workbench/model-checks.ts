import { join } from 'node:path';
import { lookAt } from '../../models/installation/look.ts';
import type { Manifest } from '../../models/installation/manifest.ts';
import { glance, stampOf } from '../../models/installation/verify.ts';
import { possibleFiles } from '../../models/translation/files.ts';
import type { InstalledModel } from '../../models/translation/installed.ts';

type Problem = InstalledModel['problem'];

/** Clocks of disks are coarse. */
const SLACK_MS = 2000;

/** What is known of models beyond their outline; what the last look at every byte found counts until their files change. */
export class ModelChecks {
  readonly #found = new Map<string, { stamp: string; at: string | null; problem: Problem }>();

  /** The state of a model's files; what is found out from now on counts for this one. */
  stamp(model: InstalledModel): string {
    return stampOf(model, possibleFiles);
  }

  /**
   * Records what a look at every byte found.
   *
   * @param stamp from before that look: it takes seconds, and the model may have been repaired meanwhile
   */
  found(model: InstalledModel, problem: Problem, stamp = this.stamp(model)): void {
    const at = problem ? null : new Date().toISOString();
    this.#found.set(model.folder, { stamp, at, problem });
  }

  /** Its manifest, when it was last found right, and what is wrong with it. */
  of(model: InstalledModel): { manifest: Manifest | null; verifiedAt: string | null; problem: Problem } {
    const last = this.#found.get(model.folder);
    const known = last && last.stamp === this.stamp(model) ? last : undefined;
    // The app's own is checked when it is loaded; its manifest is not in its folder.
    if (model.embedded)
      return { manifest: null, verifiedAt: known?.at ?? null, problem: known?.problem ?? null };
    const { manifest, problem } = glance(model);
    if (problem)
      return { manifest, verifiedAt: null, problem: { code: problem.code, message: problem.message } };
    const verifiedAt = known ? known.at : installedAt(model, manifest);
    return { manifest, verifiedAt, problem: known?.problem ?? null };
  }
}

/** An installation checks everything: that counts as long as no file was written since. */
function installedAt({ folder }: InstalledModel, manifest: Manifest | null): string | null {
  if (!manifest) return null;
  const at = Date.parse(manifest.installedAt) + SLACK_MS;
  const isOlder = lastWritten(folder, manifest) <= at;
  return isOlder ? manifest.installedAt : null;
}

const lastWritten = (folder: string, { files }: Manifest): number =>
  Math.max(...files.map(({ path }) => lookAt(join(folder, path))?.mtimeMs ?? Infinity));
