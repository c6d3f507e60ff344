/** Which script a text is written in: the first and surest thing to know about its language. */

/** The letters of each script, by ISO 15924 codes as in `languages.ts`. */
const scripts = [
  'Latin:Latn Cyrillic:Cyrl Greek:Grek Arabic:Arab Hebrew:Hebr Han:Hans Hangul:Kore',
  'Deva Thai Armn Geor Ethi Beng Guru Gujr Orya Taml Telu Knda Mlym Laoo Khmr Mymr Sinh Tibt Thaa',
]
  .flatMap((line) => line.split(' '))
  .map((entry) => {
    const [name = '', code = name] = entry.split(':');
    return [code, new RegExp(`\\p{Script=${name}}`, 'u')] as const;
  });
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Languages that the n-gram table lacks but that are alone, or nearly so, in writing their script. */
export const soleLanguages: Readonly<Record<string, string>> = {
  Khmr: 'km',
  Mymr: 'my',
  Sinh: 'si',
  Tibt: 'bo',
  Thaa: 'dv',
};

const eastAsian = new Set(['Hans', 'Jpan', 'Kore']);
const eastAsianSigns = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const byCode = new Map(scripts);

/** One letter of the script, to be searched for anywhere in a word. */
export const lettersOf = (script: string): RegExp =>
  eastAsian.has(script) ? eastAsianSigns : (byCode.get(script) ?? /\p{L}/u);

/** How many letters of an alphabet a sign of the script stands for, roughly. */
export const weightOf = (script: string): number => (eastAsian.has(script) ? 3 : 1);

/** The script of most of a text (ISO 15924), null when it has no letters; a script outside the list is "Zyyy". */
export function dominantScript(text: string): string | null {
  const counts = new Map<string, number>();
  for (const letter of text.match(/\p{L}/gu) ?? []) {
    const script = scriptOf(letter);
    counts.set(script, (counts.get(script) ?? 0) + weightOf(script));
  }
  // Japanese and Korean texts have Han characters between their own; a Chinese one has none of theirs, but for a name.
  const signs = [...eastAsian].reduce((sum, script) => sum + (counts.get(script) ?? 0), 0);
  const writer = ['Jpan', 'Kore'].find((script) => (counts.get(script) ?? 0) > signs / 10) ?? 'Hans';
  for (const script of eastAsian) counts.delete(script);
  if (signs > 0) counts.set(writer, signs);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function scriptOf(letter: string): string {
  if (kana.test(letter)) return 'Jpan';
  return scripts.find(([, letters]) => letters.test(letter))?.[0] ?? 'Zyyy';
}
