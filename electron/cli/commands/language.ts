import { readText as readTextFile } from '../../../data/formats/decode.ts';
import { InputError } from '../../../models/errors.ts';
import { normaliseTag } from '../../../models/languages.ts';
import { inputName, readInput } from '../files.ts';
import { CommandError, withSession, type Session } from '../session.ts';

/** `bitext identify`: name, language (`und` when it cannot be told), confidence; with `lines`, for every line of the input. */
export async function identify(
  paths: string[],
  { json = false, lines = false }: { json?: boolean; lines?: boolean },
): Promise<void> {
  await withSession(':memory:', async ({ call }) => {
    const failures: string[] = [];
    // One file that cannot be read does not stop the others.
    for (const path of paths) {
      try {
        await identifyFile(call, path, { json, lines });
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        const { code, message } = error;
        if (json) console.log(JSON.stringify({ name: inputName(path), path, error: { code, message } }));
        failures.push(message);
      }
    }
    if (failures.length > 0) throw new CommandError(failures.join('\n'), { isInOutput: true });
  });
}

async function identifyFile(
  call: Session['call'],
  path: string,
  { json, lines }: { json: boolean; lines: boolean },
): Promise<void> {
  const { name, text } = readText(path);
  const texts = lines ? inputLines(text) : [text];
  for (const [index, part] of texts.entries()) {
    const found = await call('language.identify', { text: part });
    const label = lines ? `${name}:${index + 1}` : name;
    if (json) console.log(JSON.stringify({ name: label, path, ...found }));
    else console.log(`${label}\t${found.language ?? 'und'}\t${found.confidence.toFixed(3)}`);
  }
}

/** `bitext segment`: a JSON object a sentence. */
export async function segment(path: string, { lang }: { lang?: string }): Promise<void> {
  const given = lang === undefined ? undefined : normaliseTag(lang);
  await withSession(':memory:', async ({ call }) => {
    const { name, text } = readText(path);
    const language = given ?? (await call('language.identify', { text })).language;
    if (language === null)
      throw new CommandError(`The language of ${name} could not be told. Give it with --lang.`, {
        code: 'language.unclear',
      });
    const sentences = await call('language.segment', { text, language });
    for (const sentence of sentences) console.log(JSON.stringify(sentence));
  });
}

/** Lines without the empty one behind the last line break. */
export const inputLines = (text: string): string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);

function readText(path: string): { name: string; text: string } {
  const { name, bytes } = readInput(path);
  try {
    return { name, text: readTextFile(bytes, name).text };
  } catch (error) {
    if (error instanceof InputError) throw new CommandError(error.message, { code: error.code });
    throw error;
  }
}
