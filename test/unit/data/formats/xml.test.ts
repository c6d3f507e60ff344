import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import {
  escapeAttribute,
  escapeText,
  startTag,
  textElement,
  writable,
} from '../../../../data/formats/xml.ts';
import { anyString } from './example.ts';

function parsed(xml: string): { text: string; attribute: string | undefined } {
  const parser = new SaxesParser();
  let text = '';
  let attribute: string | undefined;
  parser.on('text', (piece) => (text += piece));
  parser.on('opentag', (tag) => (attribute = tag.attributes['is']));
  parser.write(xml).close();
  return { text, attribute };
}

test('a parser gives back any text, with U+FFFD for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyString, (text) => {
      expect(parsed(`<a>${escapeText(text)}</a>`).text).toBe(writable(text));
    }),
  );
});

test('a parser gives back any attribute, tabs and line ends included', () => {
  fc.assert(
    fc.property(anyString, (text) => {
      expect(parsed(`<a is="${escapeAttribute(text)}"/>`).attribute).toBe(writable(text));
    }),
  );
});

test.each([
  ['NUL and other controls', 'a\0b\u0007c\u001Bd', 'a\uFFFDb\uFFFDc\uFFFDd'],
  ['lone surrogates', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
  ['U+FFFE and U+FFFF', '\uFFFE\uFFFF', '\uFFFD\uFFFD'],
  ['tab, line feed, carriage return', '\t\n\r', '\t\n\r'],
  ['characters beyond the BMP', '😀𝔘', '😀𝔘'],
  ['C1 controls and the BOM, which XML can hold', '\u0085\u009F\uFEFF', '\u0085\u009F\uFEFF'],
])('%s', (_, text, expected) => {
  expect(writable(text)).toBe(expected);
});

test('a tag leaves out attributes that are null', () => {
  expect(startTag('tu', { tuid: 'a1-u5', segtype: null, n: 2 })).toBe('<tu tuid="a1-u5" n="2">');
  expect(textElement('prop', { type: 'x"y' }, 'R&D <b>')).toBe(
    '<prop type="x&quot;y">R&amp;D &lt;b&gt;</prop>',
  );
});
