import type { SegmentationRules } from './types.ts';

/** For languages without rules of their own: stops, capitals and initials, no abbreviations. */
export const generic: SegmentationRules = {
  language: 'und',
  abbreviations: { never: [], mayEnd: [], seldomEnd: [], beforeNumber: [] },
  months: [],
  ordinals: { arabic: false, roman: false },
  starters: [],
  quotes: ['«»', '“”', '‘’', '「」', '『』'],
  dialogueDash: true,
  links: [],
  signOffs: [],
  furniture: [],
};
