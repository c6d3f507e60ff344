// Language technology on its own, without the library.
import { identify } from '../../models/identify.ts';
import { normaliseTag } from '../../models/languages.ts';
import { segment } from '../../models/segmentation/segment.ts';
import { handlers } from './handlers.ts';

export const language = handlers('language', {
  identify: (_, { text }) => identify(text),

  segment: (_, { text, language: tag }) =>
    segment(text, normaliseTag(tag)).sentences.map(({ paragraph, start, end }) => ({
      paragraph,
      start,
      end,
      text: text.slice(start, end),
    })),
});
