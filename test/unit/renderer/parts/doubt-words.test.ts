import { expect, test } from 'vitest';
import { MEMORY } from '../../../../electron/contract.ts';
import { doubtText, trustText } from '../../../../renderer/parts/doubt-words.ts';
import { stateMeaning } from '../../../../renderer/parts/states.ts';
import { unit } from '../unit.ts';

const reasons = [{ code: 'numbers', message: 'The number 7 is missing' }] as const;

test('no draft is called right: at best, no sign of an error was found', () => {
  expect(trustText({ score: 0.97, reasons: [] })).toBe('No sign of an error found');
  expect(trustText({ score: 0.97, reasons: [...reasons] })).toBe('Worth a closer look');
  expect(trustText({ score: 0.7, reasons: [] })).toBe('Worth a closer look');
  expect(trustText({ score: 0.2, reasons: [] })).toBe('Doubtful draft');
});

test('a mark says what speaks against the draft, or that a pairing is unsure', () => {
  const confidence = { score: 0.2, reasons: [...reasons] };
  expect(doubtText({ alignment: null, confidence })).toBe('Doubtful draft. The number 7 is missing');
  expect(doubtText({ alignment: 0.4, confidence: null })).toContain('40 % sure');
});

test('what was taken from approved translations is not called a machine’s', () => {
  const draft = { model: MEMORY, text: 'Fifteen buses.' };
  const own = unit(1, { state: 'draft', draft, target: draft.text });
  expect(stateMeaning(own)).toBe('From your approved translations, to be confirmed');
  expect(stateMeaning({ ...own, draft: { ...draft, model: 'demo' } })).toBe(
    'Machine draft, not reviewed yet',
  );
  expect(stateMeaning({ ...own, state: 'approved' })).toBe('Approved');
});
