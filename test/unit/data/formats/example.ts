/** Small bitexts for the writers' tests. */
import * as fc from 'fast-check';
import type { BitextArticle, BitextUnit, Provenance } from '../../../../data/formats/bitext.ts';

// The same cases at each run: a test that fails today failed yesterday.
fc.configureGlobal({ seed: 20261122 });

export const provenance: Provenance = {
  tool: 'Bitext Workbench',
  version: '0.1.0',
  exportedAt: '2026-11-22T09:30:00.123Z',
};

export const unit = (changes: Partial<BitextUnit> = {}): BitextUnit => ({
  id: 5,
  position: 0,
  paragraph: 0,
  kind: 'paragraph',
  source: 'Kim je bil izoliran.',
  target: 'Kim was isolated.',
  state: 'approved',
  draft: null,
  changedAt: '2026-11-22T08:15:30.000Z',
  ...changes,
});

export const article = (units: BitextUnit[], changes: Partial<BitextArticle> = {}): BitextArticle => ({
  id: 1,
  title: 'Nova ruska ljubezen',
  name: 'sl-nova-ruska-ljubezen.txt',
  origin: 'sample',
  sourceLanguage: 'sl',
  targetLanguage: 'en',
  date: '2024-06',
  importedAt: '2026-11-22T07:00:00.000Z',
  units,
  ...changes,
});

/** Any JavaScript string: controls, noncharacters, lone surrogates, and characters beyond the BMP. */
export const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        '\r',
        '\n',
        '\t',
        '\\',
        '\\n',
        ' ',
        ']]>',
        '&amp;',
        '<b>',
        '"',
        'ž',
        '\u2028',
        '\uD800',
      ),
    )
    .map((parts) => parts.join('')),
);

/** Strings that UTF-8 can hold. */
export const anyText = anyString.map((text) => text.toWellFormed());

const states = ['untranslated', 'draft', 'edited', 'approved'] as const;
const kinds = ['heading', 'paragraph', 'dialogue', 'list-item', 'link', 'sign-off', 'furniture'] as const;

/** Any unit with well-formed texts. */
export const anyUnit: fc.Arbitrary<BitextUnit> = fc
  .record({
    id: fc.nat(),
    position: fc.nat(),
    paragraph: fc.nat(),
    kind: fc.constantFrom(...kinds),
    source: anyText,
    target: anyText,
    state: fc.constantFrom(...states),
    draft: fc.option(fc.record({ model: anyText, text: anyText })),
    sentences: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  })
  .map(({ sentences, ...rest }) => unit(sentences === undefined ? rest : { ...rest, sentences }));
