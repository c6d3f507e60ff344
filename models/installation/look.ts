import { statSync, type Stats } from 'node:fs';

/** What is at a path; undefined when nothing is, or nothing that can be looked at (a link in a circle, a folder without permission). */
export function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
