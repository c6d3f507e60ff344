import { expect, test } from 'vitest';
import { keycaps } from '../../../../renderer/commands/key-names.ts';
import { commandRows } from '../../../../renderer/commands/table.ts';

test('no key means two things', () => {
  const keys = commandRows.flatMap((row) => row.keys.map((key) => key.toLowerCase()));
  expect(keys).toHaveLength(new Set(keys).size);
});

test('keys are named as the machine’s keyboard names them', () => {
  expect(keycaps('$mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keycaps('$mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keycaps('Alt+ArrowDown', false)).toEqual(['Alt', '↓']);
});
