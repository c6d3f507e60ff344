import { createInterface } from 'node:readline';
import { WIDEST_BEAM } from '../../../models/translation/translator.ts';
import { print } from '../files.ts';
import { CommandError, withSession } from '../session.ts';

interface Options {
  lang?: string;
  model?: string;
  beam?: number;
  all?: boolean;
  json?: boolean;
}

/** How many lines are translated together at most; whatever has come in by then when fewer have. */
const BATCH = 64;

/**
 * `bitext translate --lines`: standard input to standard output, in order, each line as soon as it is done;
 * with `json` an object a line, with the source.
 */
export async function translateLines(
  ids: readonly string[],
  { lang, model, beam, all, json }: Options,
): Promise<void> {
  if (ids.length > 0 || all)
    throw new CommandError('--lines translates standard input: leave out the ids and --all.');
  if (beam !== undefined && !(Number.isInteger(beam) && beam >= 1 && beam <= WIDEST_BEAM))
    throw new CommandError(`--beam is a whole number from 1 to ${WIDEST_BEAM}.`);
  if (lang === undefined) throw new CommandError('Give the language of the lines with --lang.');
  await withSession(':memory:', async ({ call }) => {
    const options = {
      language: lang,
      ...(model === undefined ? {} : { model }),
      ...(beam === undefined ? {} : { beam }),
    };
    // No line yet, but a language or model that cannot be had is said at once, not after the first one.
    await call('translate.lines', { lines: [], ...options });
    const waiting: string[] = [];
    let more = Promise.withResolvers<void>();
    const state = { isEnded: false };
    const input = createInterface({ input: process.stdin, crlfDelay: Infinity });
    input.on('line', (line) => {
      waiting.push(line);
      if (waiting.length > BATCH * 16) input.pause(); // A fast producer must not fill the memory.
      more.resolve();
    });
    input.on('close', () => {
      state.isEnded = true;
      more.resolve();
    });
    while (!state.isEnded || waiting.length > 0) {
      if (waiting.length === 0) {
        await more.promise;
        more = Promise.withResolvers();
        continue;
      }
      const lines = waiting.splice(0, BATCH);
      const out = await call('translate.lines', { lines, ...options });
      const written = out.map((target, index) =>
        json ? JSON.stringify({ source: lines[index], target }) : target,
      );
      await print(written.map((line) => `${line}\n`).join(''));
      if (!state.isEnded) input.resume();
    }
  });
}
