import { expect, test } from 'vitest';
import type { Download, Model } from '../../../../electron/contract.ts';
import { afterFailure } from '../../../../renderer/review/after-failure.ts';

const model = (id: string, problem: string | null = null) => ({ id, name: `The ${id}`, problem }) as Model;
const ready = { readiness: { status: 'ready', model: 'The other' } } as const;

test('a whole model tries again itself: no other is offered in its place', () => {
  const installed = [model('own'), model('other')];
  expect(afterFailure({ model: 'own' }, ready, { installed, downloads: [] })).toEqual({
    damaged: null,
    other: null,
    repair: null,
  });
});

test('in the place of a damaged model another is offered, and its repair is told of', () => {
  const own = model('own', 'Its file is damaged.');
  const repair = { model: 'own', state: 'running' } as Download;
  const installed = [own, model('other')];
  expect(afterFailure({ model: 'own' }, ready, { installed, downloads: [repair] })).toEqual({
    damaged: own,
    other: installed[1],
    repair,
  });
});

test('in the place of a model that was removed another is offered, where there is one', () => {
  const there = { installed: [model('other')], downloads: [] };
  expect(afterFailure({ model: 'own' }, ready, there).other?.id).toBe('other');
  const missing = { readiness: { status: 'needs-model', repository: null, sizeBytes: null } } as const;
  expect(afterFailure({ model: 'own' }, missing, there).other).toBeNull();
});
