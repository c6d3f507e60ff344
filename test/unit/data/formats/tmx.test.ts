import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { DtdValidator, XmlDocument, XmlDtd, XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { BitextArticle } from '../../../../data/formats/bitext.ts';
import { tmx } from '../../../../data/formats/tmx.ts';
import { writable } from '../../../../data/formats/xml.ts';
import { parseTmx } from '../../../support/tmx.ts';
import { anyString, anyUnit, article, provenance, unit } from './example.ts';

const written = (...articles: BitextArticle[]) => [...tmx.write(articles, provenance)].join('');

function opened<T>(xml: string, look: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(xml);
  try {
    return look(document);
  } finally {
    document.dispose();
  }
}

const found = (xml: string, path: string) =>
  opened(xml, (document) => document.find(path).map((node) => node.content));

const attributes = (xml: string, path: string) =>
  opened(xml, (document) =>
    document
      .find(path)
      .map((node) =>
        node instanceof XmlElement ? Object.fromEntries(node.attrs.map((a) => [a.name, a.content])) : {},
      ),
  );

function validate(xml: string, dtdText: string): void {
  const validator = new DtdValidator(XmlDtd.fromString(dtdText));
  try {
    opened(xml, (document) => validator.validate(document));
  } finally {
    validator.dispose();
  }
}

/** The part of TMX 1.4b that we write, after the specification: which elements and attributes there are, which must be there. */
const OUR_TMX = `
  <!ELEMENT tmx (header, body)>
  <!ATTLIST tmx version CDATA #FIXED "1.4">
  <!ELEMENT header EMPTY>
  <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED segtype (sentence) #REQUIRED
    o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype (plaintext) #REQUIRED creationdate CDATA #REQUIRED>
  <!ELEMENT body (tu*)>
  <!ELEMENT tu (prop+, tuv, tuv)>
  <!ATTLIST tu tuid ID #REQUIRED creationdate CDATA #REQUIRED changedate CDATA #REQUIRED segtype (block) #IMPLIED srclang CDATA #IMPLIED>
  <!ELEMENT prop (#PCDATA)>
  <!ATTLIST prop type CDATA #REQUIRED>
  <!ELEMENT tuv (seg)>
  <!ATTLIST tuv xml:lang CDATA #REQUIRED creationid CDATA #IMPLIED>
  <!ELEMENT seg (#PCDATA)>`;

const everything = written(
  article([
    unit({ kind: 'heading', sentences: 1 }),
    unit({ id: 6, state: 'draft', draft: { model: 'opus-mt-sl-en', text: 'Kim was isolated.' } }),
    unit({ id: 7, sentences: 2, source: 'Ena. Dve.', target: 'One & <two>.' }),
    unit({ id: 8, state: 'untranslated', target: '' }),
  ]),
  article([unit({ id: 9 })], { id: 2, sourceLanguage: 'de', date: null }),
);

test('the header names the tool, its version, the language and the moment', () => {
  expect(attributes(written(article([unit()])), '/tmx/header')).toEqual([
    {
      creationtool: 'Bitext Workbench',
      creationtoolversion: '0.1.0',
      segtype: 'sentence',
      'o-tmf': 'Bitext Workbench',
      adminlang: 'en',
      srclang: 'sl',
      datatype: 'plaintext',
      creationdate: '20261122T093000Z',
    },
  ]);
});

test('a unit is a tu with its id, dates, properties and both languages', () => {
  expect(attributes(everything, '//tu[1]')).toEqual([
    { tuid: 'a1-u5', creationdate: '20261122T070000Z', changedate: '20261122T081530Z', srclang: 'sl' },
  ]);
  expect(found(everything, '//tu[1]/prop/@type')).toEqual([
    'x-bw:state',
    'x-bw:article',
    'x-bw:article-title',
    'x-bw:article-date',
    'x-bw:unit',
    'x-bw:kind',
  ]);
  expect(found(everything, '//tu[1]/prop')).toEqual([
    'approved',
    '1',
    'Nova ruska ljubezen',
    '2024-06',
    '5',
    'heading',
  ]);
  expect(found(everything, '//tu[1]/tuv/@xml:lang')).toEqual(['sl', 'en']);
  expect(found(everything, '//tu[1]/tuv/seg')).toEqual(['Kim je bil izoliran.', 'Kim was isolated.']);
});

test('an unreviewed draft names its model, in a property and as the author of the translation', () => {
  expect(found(everything, '//tu[2]/prop[@type="x-bw:model"]')).toEqual(['opus-mt-sl-en']);
  expect(found(everything, '//tu[2]/tuv[2]/@creationid')).toEqual(['mt:opus-mt-sl-en']);
});

test('a draft from an approved unit has no machine as its author', () => {
  const page = written(article([unit({ state: 'draft', draft: { model: 'memory', text: 'x' } })]));
  expect(found(page, '//tu/tuv[2]/@creationid')).toEqual(['tm']);
});

test('an edited unit keeps the model as a property, but the author is not the machine', () => {
  const xml = written(article([unit({ state: 'edited', draft: { model: 'm', text: 'x' } })]));
  expect(found(xml, '//prop[@type="x-bw:model"]')).toEqual(['m']);
  expect(found(xml, '//@creationid')).toEqual([]);
});

test('a unit of several sentences is a block, the others are sentences by the header', () => {
  expect(found(everything, '//tu/@segtype')).toEqual(['block']);
  expect(found(everything, '//tu[@segtype="block"]/@tuid')).toEqual(['a1-u7']);
});

test('articles of several languages make srclang *all*, and every tu says its own', () => {
  expect(found(everything, '/tmx/header/@srclang')).toEqual(['*all*']);
  expect(found(everything, '//tu/@srclang')).toEqual(['sl', 'sl', 'sl', 'de']);
});

test('an article of which nothing is translated does not make the file one of several languages', () => {
  const untranslated = article([unit({ target: '', state: 'untranslated' })], { sourceLanguage: 'de' });
  expect(found(written(article([unit()]), untranslated), '//@srclang')).toEqual(['sl']);
});

test('units without a translation are left out, and `holds` says which', () => {
  expect(found(everything, '//tu/@tuid')).toEqual(['a1-u5', 'a1-u6', 'a1-u7', 'a2-u9']);
  expect(tmx.holds(unit())).toBe(true);
  expect(tmx.holds(unit({ target: ' \n' }))).toBe(false);
});

test('a document without units is still a document', () => {
  expect(found(written(), '/tmx/body/*')).toEqual([]);
  expect(() => validate(written(), OUR_TMX)).not.toThrow();
});

test('it is valid TMX, whatever the texts are', () => {
  expect(() => validate(everything, OUR_TMX)).not.toThrow();
  fc.assert(
    fc.property(anyUnit, anyString, (any, title) => {
      validate(written(article([any], { title })), OUR_TMX);
    }),
    { numRuns: 50 },
  );
});

// The standard's DTD may not be redistributed; where it lies beside the repository it has the last word.
const DTD = new URL('../../../../../shared/formats/tmx/tmx14.dtd', import.meta.url);

test.skipIf(!existsSync(DTD))('it is valid by the DTD of the standard', () => {
  const dtdText = readFileSync(DTD, 'utf8');
  expect(() => validate(everything, dtdText)).not.toThrow();
  expect(() => validate(everything.replace(' srclang="*all*"', ''), dtdText)).toThrow(/srclang/);
});

test('a real parser gives back both texts exactly, with U+FFFD for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyString, anyString, (source, target) => {
      const any = unit({ source, target });
      fc.pre(tmx.holds(any));
      expect(found(written(article([any])), '//seg')).toEqual([writable(source), writable(target)]);
    }),
  );
});

test('white space in a segment is kept as it is', () => {
  const target = '  two  spaces\tand\r\na line \r';
  expect(found(written(article([unit({ target })])), '//tuv[2]/seg')).toEqual([target]);
});

test('a quotation has its own language, and none where it is in the target’s already', () => {
  const french = unit({ id: 7, language: 'fr', source: 'Nous sommes là.', target: 'We are there.' });
  const english = unit({ id: 8, language: 'en', source: 'We know.', target: 'We know.' });
  const file = [...tmx.write([article([unit(), french, english])], provenance)].join('');
  expect(parseTmx(file).map(({ segments }) => segments)).toEqual([
    { sl: 'Kim je bil izoliran.', en: 'Kim was isolated.' },
    { fr: 'Nous sommes là.', en: 'We are there.' },
  ]);
  expect(file).toContain('srclang="*all*"');
});
