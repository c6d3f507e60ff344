import { expect, test } from 'vitest';
import { decodeText } from '../../../../data/formats/decode.ts';
import { readDemoArticles, readSamples } from '../../../../data/samples/samples.ts';

test('five sample articles, each with its language, its translation and its beads', () => {
  const samples = readSamples();
  expect(samples.map(({ name, language }) => [name, language])).toEqual([
    ['de-engere-beziehungen.txt', 'de'],
    ['nb-samarbeidet-nye-hoyder.txt', 'nb'],
    ['pl-kim-w-rosji.txt', 'pl'],
    ['sl-nova-ruska-ljubezen.txt', 'sl'],
    ['sq-putin-kim-vladivostok.txt', 'sq'],
  ]);
  for (const { name, bytes, english, beads } of samples) {
    expect(decodeText(bytes, name).text.length).toBeGreaterThan(1000);
    expect(english).toContain('North Korea');
    expect(english).not.toContain('\uFFFD');
    expect(beads.length).toBeGreaterThan(10);
  }
});

test('the beads span every source sentence', () => {
  const sentences = readSamples().map(({ language, beads }) => [
    language,
    beads.flatMap((bead) => bead.source).length,
  ]);
  expect(Object.fromEntries(sentences)).toEqual({ de: 15, nb: 20, pl: 22, sl: 23, sq: 57 });
});

test('one demo article in each of the five languages', () => {
  const articles = readDemoArticles();
  expect(articles.map(({ language }) => language)).toEqual(['de', 'nb', 'pl', 'sl', 'sq']);
  for (const { name, bytes } of articles) expect(decodeText(bytes, name).text).toMatch(/\S/);
});
