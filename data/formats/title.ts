/** An article's title, from what it begins with or else from its file's name. */

export const MAX_TITLE_CHARACTERS = 120;

/** A heading further down is a subheading. */
const OPENING_PARAGRAPHS = 3;

/**
 * @param text the whole text; its paragraphs are its lines that are not blank
 * @param firstHeading the first line that looks like a heading, or null
 * @param name the file's name (or the name that it was pasted under); folders before it are ignored
 * @param language the article's language (BCP 47) or null: a name that begins with just this code loses it (`sl-nova.txt`);
 *   other short words stay, since `no-deal.txt` need not be Norwegian
 * @returns one line of at most 120 characters, never empty
 */
export function titleOf({ text, firstHeading, name, language }: TitleSource): string {
  const opening = text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, OPENING_PARAGRAPHS);
  const heading = collapse(firstHeading ?? '');
  const isOpening = heading !== '' && opening.some((line) => collapse(line).includes(heading));
  return shorten(isOpening ? heading : readable(name, language));
}

export interface TitleSource {
  text: string;
  firstHeading: string | null;
  name: string;
  language: string | null;
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `news/sl-nova_ljubezen.txt` → `Nova ljubezen`. */
function readable(name: string, language: string | null): string {
  const file = name.split(/[/\\]/).at(-1) ?? name;
  const stem = file.replace(/\.(?=\d*[a-z])[a-z\d]{1,5}$/i, '');
  const prefix = /^([a-z]{2,3})[-_ ]+(?=.)/i.exec(stem);
  const isLanguage = prefix?.[1] !== undefined && isSameLanguage(prefix[1], language);
  const words = collapse(stem.slice(isLanguage ? prefix[0].length : 0).replace(/[-_]+/g, ' '));
  const [initial = '', ...rest] = words || collapse(file) || 'Untitled';
  return initial.toLocaleUpperCase(language ?? undefined) + rest.join('');
}

/** Whether a file name's code means the article's language; `no` is what people write for both Norwegians. */
function isSameLanguage(code: string, language: string | null): boolean {
  const primary = language?.split('-')[0]?.toLowerCase();
  const written = code.toLowerCase();
  return written === primary || (written === 'no' && (primary === 'nb' || primary === 'nn'));
}

/** Cut at a word where there is one in the last third, else anywhere; never inside a character. */
function shorten(title: string): string {
  const characters = Array.from(title);
  if (characters.length <= MAX_TITLE_CHARACTERS) return title;
  const cut = characters.slice(0, MAX_TITLE_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  const end = space > (MAX_TITLE_CHARACTERS * 2) / 3 ? space : MAX_TITLE_CHARACTERS - 1;
  return `${cut
    .slice(0, end)
    .join('')
    .replace(/[\s,;:–—-]+$/, '')}…`;
}
