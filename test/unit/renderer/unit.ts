import type { Unit } from '../../../electron/contract.ts';

/** A unit as the contract gives it; what a test does not care for is filled in. */
export const unit = (id: number, given: Partial<Unit> = {}): Unit => ({
  id,
  article: 1,
  position: id,
  paragraph: 0,
  kind: 'paragraph',
  language: null,
  start: id * 10,
  end: id * 10 + 9,
  source: `Satz ${id}.`,
  target: '',
  state: 'untranslated',
  draft: null,
  confidence: null,
  alignment: null,
  changedAt: '2026-11-22T09:00:00.000Z',
  ...given,
});
