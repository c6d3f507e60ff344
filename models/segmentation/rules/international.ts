import { words } from './types.ts';

/** English and Latin abbreviations in names, which stand untranslated in the news of every language. */
export const international = {
  never: words('Mr Mrs Ms Messrs'),
  seldomEnd: words('Dr Prof St Jr Sr Inc Ltd Co Corp Bros u.s u.k a.m p.m'),
};
