import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Output, Unit } from '../../../../electron/contract.ts';
import { REST_MS, RETRY_MS, Saver, type SaveCall } from '../../../../renderer/api/saver.ts';
import type { Unsaved } from '../../../../renderer/api/unsaved.ts';
import { unit } from '../unit.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

interface Sent {
  method: string;
  input: { unit: number; target: string; visit: string };
  answer: (outcome?: Error) => Promise<void>;
}

/** A saver whose store answers when the test says so. */
function saving() {
  const sent: Sent[] = [];
  const shown: Unit[] = [];
  const homeless: Unsaved[] = [];
  const call = ((method, input) =>
    new Promise<Output<'review.save'>>((resolve, reject) => {
      sent.push({
        method,
        input,
        answer: async (outcome) => {
          if (outcome) reject(outcome);
          else {
            const state = method === 'review.confirm' ? 'approved' : 'edited';
            resolve({
              units: [unit(input.unit, { target: input.target, state })],
              history: { undo: 'edit', redo: null },
            });
          }
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    })) as SaveCall;
  const saver = new Saver(call, {
    typed: (_, typed) => shown.push(typed),
    stored: () => {},
    homeless: (text) => homeless.push(text),
  });
  return { saver, sent, shown, homeless };
}

test('typing is saved when it rests, as one call with the newest text', async () => {
  const { saver, sent } = saving();
  for (const text of ['O', 'On', 'One']) {
    saver.type(unit(1), text, 'v');
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
  }
  expect(sent).toEqual([]);
  expect(saver.status()).toEqual({ kind: 'saving' });
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ input }) => input)).toEqual([{ unit: 1, target: 'One', visit: 'v' }]);
  await sent[0]!.answer();
  expect(saver.status()).toMatchObject({ kind: 'saved', isRecovery: false });
});

test('“saved” is said only after the store has acknowledged everything', async () => {
  const { saver, sent } = saving();
  saver.type(unit(1), 'One', 'v');
  void saver.flush();
  saver.type(unit(1), 'One.', 'v');
  await sent[0]!.answer();
  expect(saver.status()).toEqual({ kind: 'saving' });
  await vi.advanceTimersByTimeAsync(REST_MS);
  await sent[1]!.answer();
  expect(saver.status().kind).toBe('saved');
});

test('one call at a time, in the order of the work', async () => {
  const { saver, sent } = saving();
  saver.type(unit(1), 'One', 'v');
  saver.type(unit(2), 'Two', 'w');
  saver.confirm(unit(2), 'Two', 'w');
  void saver.flush();
  expect(sent).toHaveLength(1);
  await sent[0]!.answer();
  // The save of unit 2 had not left: its confirmation carries the same text.
  expect(sent.map(({ method, input }) => [method, input.unit])).toEqual([
    ['review.save', 1],
    ['review.confirm', 2],
  ]);
});

test('what the store refused is kept, shown, and tried again with the next save', async () => {
  const { saver, sent } = saving();
  saver.type(unit(1), 'One', 'v');
  void saver.flush();
  await sent[0]!.answer(new Error('The disk is full.'));
  expect(saver.status()).toEqual({ kind: 'failed', message: 'The disk is full.' });
  expect([...saver.pending()]).toEqual([1]);
  expect(saver.overlay([unit(1), unit(2)]).map(({ target }) => target)).toEqual(['One', '']);

  saver.type(unit(2), 'Two', 'w');
  const done = saver.flush();
  await sent[1]!.answer();
  await sent[2]!.answer();
  await done;
  expect(sent.map(({ input }) => input.target)).toEqual(['One', 'One', 'Two']);
  expect(saver.status().kind).toBe('saved');
  expect(saver.pending().size).toBe(0);
});

test('whoever waits for a save is told that the store refused it', async () => {
  const { saver, sent } = saving();
  saver.type(unit(1), 'One', 'v');
  const saved = saver.flush();
  await sent[0]!.answer(new Error('The disk is full.'));
  expect(await saved).toBe(false);
  expect(saver.isAtRisk()).toBe(true);

  const exported = saver.allSaved().catch(String);
  expect(saver.isAtRisk()).toBe(true);
  await sent[1]!.answer(new Error('The disk is full.'));
  expect(await exported).toBe('Error: Not everything is saved. The disk is full.');
});

test('what was refused is tried again by itself, and stays shown as not saved until it is', async () => {
  const { saver, sent } = saving();
  saver.type(unit(1), 'One', 'v');
  void saver.flush();
  for (const attempt of [0, 1]) {
    await sent[attempt]!.answer(new Error('The disk is full.'));
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(saver.status().kind).toBe('failed');
  }
  await sent[2]!.answer();
  expect(saver.status()).toMatchObject({ kind: 'saved', isRecovery: true });
  expect(saver.isAtRisk()).toBe(false);
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(sent.map(({ input }) => input.target)).toEqual(['One', 'One', 'One']);
});

test('a text whose unit is gone is handed over and never tried again, and the other calls go on', async () => {
  const { saver, sent, homeless } = saving();
  const gone = Object.assign(new Error('This sentence is no longer in the article.'), {
    code: 'unit.unknown',
  });
  saver.type(unit(1), 'One', 'v');
  const saved = saver.allSaved();
  // Only the newest text is hers to keep.
  saver.type(unit(1), 'One.', 'v');
  await sent[0]!.answer(gone);
  await vi.advanceTimersByTimeAsync(REST_MS);
  await sent[1]!.answer(gone);
  await saved;
  expect(homeless).toEqual([{ article: 1, unit: 1, source: 'Satz 1.', text: 'One.' }]);
  expect(saver.status().kind).toBe('failed');
  expect(saver.isAtRisk()).toBe(false);
  expect(saver.unsaved()).toEqual([]);

  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(sent).toHaveLength(2);
  saver.type(unit(2), 'Two', 'w');
  const done = saver.allSaved();
  await sent[2]!.answer();
  await done;
  expect(saver.status().kind).toBe('saved');
});

test('without a connection the status says so, and nothing is given up', async () => {
  const { saver, sent } = saving();
  saver.connectionChanged(false);
  saver.type(unit(1), 'One', 'v');
  expect(saver.status()).toEqual({ kind: 'waiting' });
  void saver.flush();
  expect(saver.isAtRisk()).toBe(true);
  saver.connectionChanged(true);
  expect(saver.isAtRisk()).toBe(false);
  await sent[0]!.answer();
  expect(saver.status().kind).toBe('saved');
});

test('the text is shown before the store answers, in the state that the store will give it', () => {
  const { saver, shown } = saving();
  saver.type(unit(1, { target: 'Draft', draft: { model: 'm', text: 'Draft' }, state: 'draft' }), 'Mine', 'v');
  void saver.flush();
  saver.confirm(unit(2), 'Two', 'w');
  expect(shown.map(({ target, state }) => [target, state])).toEqual([
    ['Mine', 'edited'],
    ['Two', 'approved'],
  ]);
});
