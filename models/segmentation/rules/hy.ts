import { generic } from './generic.ts';
import type { SegmentationRules } from './types.ts';

/** Armenian: its full stop looks like a colon and is often written as one. */
export const hy: SegmentationRules = { ...generic, language: 'hy', stops: ':' };
