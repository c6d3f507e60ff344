/** What a model is called and which languages it translates, told from its folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { knownModels } from './catalogue.ts';

export interface Description {
  name: string;
  /** BCP 47; empty when it cannot be told. */
  source: string[];
  target: string;
}

/** `bitext.json`: what the owner of a model says about it. */
const OwnWords = z.object({
  source: z.array(z.string().min(1)).min(1),
  target: z.string().default('en'),
  name: z.string().min(1).optional(),
});

/**
 * Describes the model in `folder`: by its `bitext.json`, by the catalogue, or by a folder name like `opus-mt-de-en`.
 *
 * @param folderName the last part of its path, which on the hub is the model's name
 */
export function describeModel(folder: string, folderName: string): Description {
  return ownWords(folder, folderName) ?? catalogued(folderName) ?? named(folderName);
}

function ownWords(folder: string, folderName: string): Description | null {
  try {
    const words = OwnWords.parse(JSON.parse(readFileSync(join(folder, 'bitext.json'), 'utf8')));
    return { name: words.name ?? folderName, source: words.source.map(tag), target: tag(words.target) };
  } catch {
    // Absent or unreadable: the name may still tell.
    return null;
  }
}

function catalogued(folderName: string): Description | null {
  const known = knownModels.find((model) => model.id.toLowerCase() === folderName.toLowerCase());
  return known ? { name: known.name, source: known.source, target: known.target } : null;
}

function named(folderName: string): Description {
  const pair = /(?:^|[-_])([a-z]{2,3})-([a-z]{2,3})$/iu.exec(folderName);
  const [, source, target] = pair ?? [];
  if (source === undefined || target === undefined || tag(target) !== 'en') {
    return { name: folderName, source: [], target: 'en' };
  }
  // "no" is Norwegian of either form; articles are identified as one of them.
  return {
    name: folderName,
    source: tag(source) === 'no' ? ['nb', 'nn', 'no'] : [tag(source)],
    target: 'en',
  };
}

/** The canonical tag: `slv` and `SL` are `sl`. A code that is none is kept as it is. */
function tag(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code;
  } catch {
    return code;
  }
}
