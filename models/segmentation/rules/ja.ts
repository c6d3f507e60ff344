import { generic } from './generic.ts';
import type { SegmentationRules } from './types.ts';

/** Japanese: 「…。」と said someone. */
export const ja: SegmentationRules = { ...generic, language: 'ja', carriesOn: 'と' };
