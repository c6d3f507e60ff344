/** What a model is called and which languages it translates, told from its folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languageName } from '../languages.ts';
import { isEnglish, knownModels } from './catalogue.ts';

export interface Description {
  name: string;
  /** BCP 47; empty when it cannot be told. */
  source: string[];
  target: string;
  /** What is wrong with what its folder says about it. */
  problem: { code: string; message: string } | null;
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
  const told = catalogued(folderName) ?? named(folderName);
  const file = join(folder, 'bitext.json');
  try {
    const { name = folderName, source, target } = OwnWords.parse(JSON.parse(readFileSync(file, 'utf8')));
    return inEnglish({ name, source: source.map(tag), target: tag(target), problem: null });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return told;
    // The name may tell something else than the owner meant to: better not used than used for the wrong language.
    const message = `The model ${told.name} cannot be used: ${file} cannot be understood. Write it like {"source": ["de"], "target": "en"}, or remove it.`;
    return { ...told, problem: { code: 'model.description', message } };
  }
}

function inEnglish(description: Description): Description {
  const { name, target } = description;
  if (isEnglish(target)) return description;
  const message = `The model ${name} translates into ${languageName(target)}. Only models that translate into English can be used.`;
  return { ...description, problem: { code: 'model.target', message } };
}

function catalogued(folderName: string): Description | null {
  const known = knownModels.find((model) => model.id.toLowerCase() === folderName.toLowerCase());
  return known ? { name: known.name, source: known.source, target: known.target, problem: null } : null;
}

function named(folderName: string): Description {
  const pair = /(?:^|[-_])([a-z]{2,3})-([a-z]{2,3})$/iu.exec(folderName);
  const [, source, target] = pair ?? [];
  if (source === undefined || target === undefined || tag(target) !== 'en') {
    return { name: folderName, source: [], target: 'en', problem: null };
  }
  // "no" is Norwegian of either form; articles are identified as one of them.
  return {
    name: folderName,
    source: tag(source) === 'no' ? ['nb', 'nn', 'no'] : [tag(source)],
    target: 'en',
    problem: null,
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
