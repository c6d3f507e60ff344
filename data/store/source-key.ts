import { createHash } from 'node:crypto';
import { oneLine } from '../../models/text.ts';

/** 96 bits: in a library of a billion sentences two different ones share a key with a chance of one in 10¹⁰. */
const KEY_LENGTH = 16;

/**
 * What sentences with the same text have in common, whichever article they stand in: a short hash of the text in one line,
 * so that the library keeps no source twice. The language is not in it: an article's may be corrected.
 */
export const sourceKey = (source: string): string =>
  createHash('sha256').update(oneLine(source)).digest('base64url').slice(0, KEY_LENGTH);
