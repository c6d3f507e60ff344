import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BitextArticle } from '../../../../data/formats/bitext.ts';
import { html } from '../../../../data/formats/html.ts';
import { anyString, article, provenance, unit } from './example.ts';

const written = (...articles: BitextArticle[]) => [...html.write(articles, provenance)].join('');

const tags = (page: string) => page.replace(/<style>[^]*<\/style>/, '').match(/<[^>]*>/g);
const texts = (page: string) => page.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]*>/g, '|');

test('the header gives title, languages, date, counts, and who made the page when', () => {
  const page = written(
    article([
      unit(),
      unit({ id: 6, state: 'draft', draft: { model: 'opus-mt-sl-en', text: 'x' } }),
      unit({ id: 7, state: 'edited' }),
      unit({ id: 8, state: 'untranslated', target: '' }),
    ]),
  );
  const text = texts(page).replace(/\|+/g, '');
  expect(text).toContain('Slovenian → English');
  expect(text).toContain('2024-06 · sl-nova-ruska-ljubezen.txt · 4 units · machine drafts by opus-mt-sl-en');
  expect(text).toContain('1 untranslated');
  expect(text).toContain('1 draft, not reviewed yet');
  expect(text).toContain('1 edited, changed by an editor');
  expect(text).toContain('1 approved, read and confirmed');
  expect(text).toContain('Exported on 22 November 2026 at 09:30 UTC by Bitext Workbench 0.1.0');
});

test("drafts from approved units are not counted as a machine's", () => {
  const text = texts(written(article([unit({ state: 'draft', draft: { model: 'memory', text: 'x' } })])));
  expect(text).toContain('1 unit · drafts from approved translations');
  expect(text).not.toContain('machine');
});

test('a row holds the number, both texts with their languages, and the state by shape and word', () => {
  const page = written(article([unit({ state: 'edited', position: 11 })])).replaceAll('\n', '');
  expect(page).toContain(
    '<tr id="a1-u5"><td class="number">12</td>' +
      '<td class="text source" lang="sl" dir="ltr">Kim je bil izoliran.</td>' +
      '<td class="text target" lang="en" dir="ltr">Kim was isolated.</td>' +
      '<td class="state"><svg class="mark" aria-hidden="true"><use href="#mark-edited"/></svg>edited</td></tr>',
  );
  expect(page).toContain('<symbol id="mark-edited"');
});

test('paragraphs are groups of rows; headings are headings', () => {
  const page = written(
    article([
      unit({ id: 1, kind: 'heading', source: 'Naslov', target: 'Title' }),
      unit({ id: 2, paragraph: 1 }),
      unit({ id: 3, paragraph: 1 }),
      unit({ id: 4, paragraph: 2, kind: 'link' }),
    ]),
  );
  expect(page.match(/<tbody class="[^"]*">|<tr id="[^"]*">/g)).toEqual([
    '<tbody class="heading">',
    '<tr id="a1-u1">',
    '<tbody class="paragraph">',
    '<tr id="a1-u2">',
    '<tr id="a1-u3">',
    '<tbody class="link">',
    '<tr id="a1-u4">',
  ]);
  expect(page).toContain('<h2>Naslov</h2>');
  expect(page).toContain('<h2>Title</h2>');
});

test('text from right to left says so, in its cell and in the head of its column', () => {
  const page = written(article([unit({ source: 'مرحبا' })], { sourceLanguage: 'ar' }));
  expect(page).toContain('<td class="text source" lang="ar" dir="rtl">مرحبا</td>');
  expect(page).toContain('<th scope="col" dir="rtl">Arabic</th>');
});

test('several articles have a table of contents, one has none', () => {
  const page = written(
    article([unit()]),
    article([unit()], { id: 2, title: 'Zweiter', sourceLanguage: 'de' }),
  );
  expect(page).toContain('<title>2 articles</title>');
  expect(page).toContain(
    '<a href="#a2"><bdi lang="de">Zweiter</bdi></a> <small>German → English · 1 unit</small>',
  );
  expect(page).toContain('<article id="a2">');
  expect(written(article([unit()]))).not.toContain('<nav');
});

test('an article without units has its header and no table', () => {
  expect(written(article([]))).toContain('0 units');
  expect(written(article([]))).not.toContain('<table');
});

test('a language that is not known or not a language does no harm', () => {
  expect(written(article([unit()], { sourceLanguage: 'und' }))).toContain('Unknown language → English');
  expect(written(article([unit()], { sourceLanguage: '"><script>' }))).not.toContain('<script');
});

/** A page with this text wherever text can stand; the units' own are never empty, since an empty one has markup of its own. */
const filled = (text: string) =>
  written(
    article(
      [unit({ source: `x${text}`, target: `x${text}`, state: 'draft', draft: { model: text, text } })],
      {
        title: text,
        name: text,
      },
    ),
  );

test('no text whatever adds a tag or ends one', () => {
  const plain = tags(filled('plain'));
  expect(tags(filled('</td><script>alert(1)</script><!--'))).toEqual(plain);
  fc.assert(
    fc.property(anyString, (text) => {
      expect(tags(filled(text))).toEqual(plain);
    }),
  );
});

test('the policy forbids everything but this very style, and nothing is loaded from anywhere', () => {
  const page = written(article([unit()]));
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
  );
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|https?:| on\w+=| style=/);
});
