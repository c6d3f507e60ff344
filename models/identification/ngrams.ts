/**
 * The scores of `eld`, the most accurate detector in pure JavaScript that we measured, by its large table.
 * The table is loaded when the first text asks for it.
 */
import type { eld as eldLarge } from 'eld/large';
import { languageInfo, normaliseTag } from '../languages.ts';
import { soleLanguages } from './script.ts';
import type { Stretch } from './sample.ts';

interface Table {
  eld: typeof eldLarge;
  /** The table's own codes with what the app calls them, looked up once: CLDR is slow. */
  languages: ReadonlyMap<string, { tag: string; script: string }>;
}

let loading: Promise<Table> | undefined;
const table = (): Promise<Table> => (loading ??= load());

async function load(): Promise<Table> {
  const { eld } = await import('eld/large');
  const codes = Object.values(eld.info().Languages);
  const languages = codes.map((code) => {
    const tag = normaliseTag(code);
    return [code, { tag, script: languageInfo(tag).script }] as const;
  });
  return { eld, languages: new Map(languages) };
}

/** What the table gives to a text of the right language; for languages that their script alone gives away. */
const FULL_SCORE = 0.83;

/**
 * @returns 0–1 for each language that writes the script, by BCP 47 tag; 0.7–0.85 for a sentence in the right language,
 * 0.3–0.6 for one in a language that the table lacks
 */
export async function ngramScores({ script, words }: Stretch): Promise<Map<string, number>> {
  const sole = soleLanguages[script];
  if (sole !== undefined) return new Map([[sole, FULL_SCORE]]);
  const { eld, languages } = await table();
  const scores = new Map<string, number>();
  for (const [code, score] of Object.entries(eld.detect(words.join(' ')).getScores())) {
    const language = languages.get(code);
    if (language?.script === script) scores.set(language.tag, score);
  }
  return scores;
}
