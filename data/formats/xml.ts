/**
 * Text as XML 1.0 can hold it. HTML reads the same escapes, so its writer uses them too.
 *
 * XML has no way to write most control characters, lone surrogates, U+FFFE and U+FFFF, not even as a character reference:
 * a file that contains one is not XML and no tool opens it. They become U+FFFD, the replacement character.
 */

// The complement of the production Char of XML 1.0 (fifth edition, section 2.2). With the flag `u` a lone surrogate is one "character".
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escape = (character: string) => ESCAPES[character] ?? character;

/** Replaces what XML cannot hold by U+FFFD and leaves everything else alone. */
export const writable = (text: string) => text.replace(UNWRITABLE, '\uFFFD');

/**
 * Text for element content. A parser gives back exactly `writable(text)`: a carriage return is written as a reference,
 * because parsers turn a literal one into a line feed; `>` is escaped because `]]>` may not stand in text.
 */
export const escapeText = (text: string) => writable(text).replace(/[&<>\r]/g, escape);

/** Text for an attribute in double quotes; tabs and line ends as references, because parsers turn literal ones into spaces. */
export const escapeAttribute = (text: string) => writable(text).replace(/[&<>"\t\n\r]/g, escape);

/** A start tag; attributes that are null are left out. */
export function startTag(name: string, attributes: Record<string, string | number | null> = {}): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  return `<${name}${written.join('')}>`;
}

/** An element that holds only text. */
export const textElement = (name: string, attributes: Record<string, string | number | null>, text: string) =>
  `${startTag(name, attributes)}${escapeText(text)}</${name}>`;
