import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allRules } from '../../../../models/segmentation/rules/index.ts';
import { segment } from '../../../../models/segmentation/segment.ts';

const anyLanguage = fc.constantFrom(...allRules.map(({ language }) => language), 'und', 'th', 'ar');

/** What makes boundaries, and what hides them, in any order. */
const anyMixture = fc
  .array(
    fc.constantFrom(
      ...Array.from(
        '.!?…:;,。？।։؟„“”«»‹›"\'’()[]{}-–—/*•¿¡ \t\n\r\u00a0\u2028\u200b\ufeff0159aAzZčŽßдДяგქשא中の한😀\ud83d\udc00\u0301',
      ),
      ...'...|. |.” |.)| – |\n- |\r\n|/FP/|(mu)| date 2024-06 |www.a.si|:-)|[1]'.split('|'),
      ...'dr.|z. B.|m.in.|itd.|r.|II.|5.|1. |12. 5. 2020|A. |Kim|und|The|the end'.split('|'),
      ...['x', '"', '-', ' ', 'a.'].map((unit) => unit.repeat(25)),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
  anyMixture,
);

const isBlank = (text: string) => text.trim() === '';
const withoutMetadata = (text: string) => text.replace(/^\s*date:?[\s\d-]+/, '');

test('sentences and the gaps between them are the text, and gaps are white space', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, fc.constantFrom('hard', 'wrapped'), (text, language, lineBreaks) => {
      const { sentences, paragraphs } = segment(text, language, { lineBreaks });
      let joined = '';
      let end = 0;
      for (const sentence of sentences) {
        const gap = text.slice(end, sentence.start);
        expect(isBlank(end === 0 ? withoutMetadata(gap) : gap)).toBe(true);
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        joined += gap + text.slice(sentence.start, sentence.end);
        end = sentence.end;
      }
      expect(isBlank(end === 0 ? withoutMetadata(text) : text.slice(end))).toBe(true);
      expect(joined + text.slice(end)).toBe(text);
      for (const { start, end: last, paragraph } of sentences) {
        expect(text.slice(start, last)).toBe(text.slice(start, last).trim());
        expect(start).toBeLessThan(last);
        const holder = paragraphs[paragraph]!;
        expect(start >= holder.start && last <= holder.end).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('no surrogate pair is cut', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      for (const { start, end } of segment(text.toWellFormed(), language).sentences)
        expect(text.toWellFormed().slice(start, end).isWellFormed()).toBe(true);
    }),
  );
});

test('a sentence by itself is one sentence', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      for (const { start, end } of segment(text, language).sentences) {
        const sentence = text.slice(start, end);
        // A sentence that begins like a wire file's metadata loses that when it stands first.
        if (withoutMetadata(sentence) !== sentence) continue;
        expect(segment(sentence, language).sentences).toEqual([
          { start: 0, end: sentence.length, paragraph: 0 },
        ]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('sentences written behind each other are the same sentences', () => {
  fc.assert(
    fc.property(anyMixture, anyLanguage, (text, language) => {
      const cut = (written: string) =>
        segment(written, language).sentences.map(({ start, end, paragraph }) => ({
          sentence: written.slice(start, end),
          paragraph,
        }));
      const sentences = cut(text);
      const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph);
      const written = [...paragraphs.values()].map((group) =>
        group.map(({ sentence }) => sentence).join(' '),
      );
      if (withoutMetadata(written.join('\n')) !== written.join('\n')) return;
      expect(cut(written.join('\n'))).toEqual(sentences);
    }),
    { numRuns: 2000 },
  );
});

test('what follows a paragraph does not change its sentences', () => {
  fc.assert(
    fc.property(anyMixture, anyMixture, anyLanguage, (text, more, language) => {
      const alone = segment(text, language).sentences;
      expect(segment(`${text}\n${more}`, language).sentences.slice(0, alone.length)).toEqual(alone);
    }),
  );
});
