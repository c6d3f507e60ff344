/** How a model is told from which language into which it translates: by tokens, set anew for every request. */
import { InputError } from '../errors.ts';
import { languageInfo } from '../languages.ts';
import type { LanguageConvention, ModelConfig } from './config.ts';
import type { Frame, Pieces } from './pieces.ts';

export interface Direction {
  /** The special tokens around the pieces of a source. */
  frame: Frame;
  /** What the decoder is fed before it may choose. */
  prefix: number[];
}

/** The text of a language's token, e.g. `__de__` or `deu_Latn`. */
const LANGUAGE_TOKENS: Readonly<Record<Exclude<LanguageConvention, 'none'>, RegExp>> = {
  m2m100: /^__[a-z]{2,3}__$/u,
  small100: /^__[a-z]{2,3}__$/u,
  nllb: /^[a-z]{3}_[A-Z][a-z]{3}$/u,
};

/**
 * The tokens for a translation from `source` into `target`.
 *
 * M2M-100 and NLLB: the source's language in the place that the tokenizer has for it (before the source; behind it in old
 * conversions of NLLB), the target's as the first token of the translation, after the start mark (Fan et al. 2020; NLLB
 * Team 2022). SMaLL-100: the target's language before the source, nothing in the decoder (Mohammadshahi et al. 2022,
 * and the authors' `tokenization_small100.py`).
 *
 * @param name the model's name, for the message
 * @param source BCP 47, as `target`
 * @throws InputError `model.language` when the model has no token for one of the languages
 */
export function directionFor(
  name: string,
  { convention, start, forcedFirst }: ModelConfig,
  { frame, specialTokens }: Pieces,
  source: string,
  target: string,
): Direction {
  if (convention === 'none') return { frame, prefix: forcedFirst === null ? [start] : [start, forcedFirst] };
  const token = (language: string): number => {
    const found = specialTokens.get(tokenText(convention, language) ?? '');
    if (found === undefined) throw unknownLanguage(name, language);
    return found;
  };
  const to = token(target);
  // SMaLL-100 is not told the source's language, but must have learnt it.
  const from = token(source);
  const isLanguage = languageIds(convention, specialTokens);
  const told = withLanguage(frame, isLanguage, convention === 'small100' ? to : from);
  return { frame: told, prefix: convention === 'small100' ? [start] : [start, to] };
}

function tokenText(convention: LanguageConvention, language: string): string | undefined {
  const { codes } = languageInfo(language);
  if (convention === 'nllb') return codes.nllb;
  return codes.m2m === undefined ? undefined : `__${codes.m2m}__`;
}

function languageIds(
  convention: Exclude<LanguageConvention, 'none'>,
  specialTokens: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const texts = [...specialTokens].filter(([text]) => LANGUAGE_TOKENS[convention].test(text));
  return new Set(texts.map(([, id]) => id));
}

/** Puts a language in the place that the frame has for one, or before everything if it has none. */
function withLanguage({ before, after }: Frame, isLanguage: ReadonlySet<number>, language: number): Frame {
  const replaced = (tokens: readonly number[]) => tokens.map((id) => (isLanguage.has(id) ? language : id));
  const hasPlace = [...before, ...after].some((id) => isLanguage.has(id));
  return { before: hasPlace ? replaced(before) : [language, ...before], after: replaced(after) };
}

const unknownLanguage = (name: string, language: string): InputError =>
  new InputError(
    'model.language',
    `The model ${name} does not know ${languageInfo(language).name}. Use another model for this text.`,
  );
