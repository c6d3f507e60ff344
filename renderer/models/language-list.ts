import { languageName } from '../parts/languages.ts';

/** From so many on, their number says more. */
const MOST_NAMED = 4;

/** E.g. "German", "Latvian and Lithuanian", "51 languages". */
export const languageList = (tags: readonly string[]): string =>
  tags.length > MOST_NAMED
    ? `${tags.length} languages`
    : new Intl.ListFormat('en-GB').format(tags.map((tag) => languageName(tag)));
