/**
 * Every key of the window, once: bindings, the help (F1) and the buttons' tooltips read this table.
 * `$mod` is ⌘ on macOS and Ctrl elsewhere.
 */
interface Row {
  id: string;
  title: string;
  group: 'Moving' | 'Editing' | 'Library and window';
  keys: readonly string[];
  /** Also while the caret is in a field of the interface, such as the search. */
  inFields?: true;
}

export const commands = [
  {
    id: 'unit.confirm',
    title: 'Approve, go to the next not approved',
    group: 'Editing',
    keys: ['$mod+Enter'],
  },
  {
    id: 'unit.confirmToUntranslated',
    title: 'Approve, go to the next untranslated',
    group: 'Editing',
    keys: ['$mod+Shift+Enter'],
  },
  {
    id: 'unit.reopen',
    title: 'Take the approval back',
    group: 'Editing',
    keys: ['$mod+Alt+Enter'],
  },
  { id: 'unit.next', title: 'Next unit', group: 'Moving', keys: ['Alt+ArrowDown'] },
  { id: 'unit.previous', title: 'Previous unit', group: 'Moving', keys: ['Alt+ArrowUp'] },
  { id: 'unit.nextUntranslated', title: 'Next untranslated unit', group: 'Moving', keys: ['$mod+u'] },
  { id: 'unit.nextUnsure', title: 'Next doubtful unit', group: 'Moving', keys: ['$mod+i'] },
  { id: 'editor.leave', title: 'Leave the editor, or the models', group: 'Moving', keys: ['Escape'] },
  { id: 'unit.insertDraft', title: 'Use the machine draft', group: 'Editing', keys: ['$mod+m'] },
  { id: 'unit.copySource', title: 'Copy the original', group: 'Editing', keys: ['$mod+o'] },
  { id: 'edit.undo', title: 'Undo', group: 'Editing', keys: ['$mod+z'] },
  { id: 'edit.redo', title: 'Redo', group: 'Editing', keys: ['$mod+Shift+z', '$mod+y'] },
  { id: 'edit.save', title: 'Save now', group: 'Editing', keys: ['$mod+s'], inFields: true },
  {
    id: 'translate.pause',
    title: 'Pause or resume the translation',
    group: 'Library and window',
    keys: ['F8'],
    inFields: true,
  },
  {
    id: 'library.search',
    title: 'Search the library',
    group: 'Library and window',
    keys: ['$mod+Shift+f'],
    inFields: true,
  },
  { id: 'export.open', title: 'Export', group: 'Library and window', keys: ['$mod+Shift+e'], inFields: true },
  {
    id: 'models.open',
    title: 'Translation models',
    group: 'Library and window',
    keys: ['$mod+Shift+m'],
    inFields: true,
  },
  {
    id: 'library.toggle',
    title: 'Show or hide the library',
    group: 'Library and window',
    keys: ['$mod+b'],
    inFields: true,
  },
  {
    id: 'panel.toggle',
    title: 'Show or hide the unit’s panel',
    group: 'Library and window',
    keys: ['$mod+Shift+b'],
    inFields: true,
  },
  { id: 'help.keys', title: 'Keys', group: 'Library and window', keys: ['F1'], inFields: true },
] as const satisfies readonly Row[];

export type Command = (typeof commands)[number];
export type CommandId = Command['id'];
export type CommandGroup = Row['group'];

export const commandRows: readonly (Row & { id: CommandId })[] = commands;

export const command = (id: CommandId): Row => commandRows.find((row) => row.id === id) ?? commands[0];
