import { command, type CommandId } from './table.ts';

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
};
const macNames: Record<string, string> = { $mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'esc' };

/** A binding as its keycaps, e.g. `$mod+Shift+z` → `Ctrl`, `Shift`, `Z`. */
export function keycaps(binding: string, isMac: boolean): string[] {
  return binding.split('+').map((part) => {
    const name = (isMac ? macNames[part] : undefined) ?? (part === '$mod' ? 'Ctrl' : (names[part] ?? part));
    return name.length === 1 ? name.toUpperCase() : name;
  });
}

export const isMac = (): boolean => /mac/i.test(navigator.platform);

/** For a tooltip: what the command does and its first binding. */
export function hint(id: CommandId): string {
  const { title, keys } = command(id);
  const [binding] = keys;
  if (binding === undefined) return title;
  return `${title}  ${keycaps(binding, isMac()).join(isMac() ? '' : '+')}`;
}
