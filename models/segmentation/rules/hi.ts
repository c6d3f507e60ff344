import { generic } from './generic.ts';
import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Hindi: sentences end with । and titles with a full stop. */
export const hi: SegmentationRules = {
  ...generic,
  language: 'hi',
  abbreviations: {
    ...generic.abbreviations,
    never: words('डॉ प्रो श्री श्रीमती सुश्री कु पं मो इंजी'),
  },
};
