/**
 * Standards so near to each other that a text of a few sentences may belong to any of them.
 * The answer then names the whole group, and the editor, who knows where the article comes from, chooses.
 */
const groups: readonly (readonly string[])[] = [['hr', 'bs', 'sr-Latn']];

/** The group that a language belongs to; a language without one is its own. */
export const groupOf = (language: string): readonly string[] =>
  groups.find((group) => group.includes(language)) ?? [language];
