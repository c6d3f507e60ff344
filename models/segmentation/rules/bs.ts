import { hr } from './hr.ts';
import type { SegmentationRules } from './types.ts';

/** Bosnian: as Croatian, with the months of both. */
export const bs: SegmentationRules = { ...hr, language: 'bs' };
