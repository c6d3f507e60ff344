/** The scripts in use that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/**
 * The direction that text of a language runs in, as HTML's `dir` wants it.
 * The script is the tag's own or else the likeliest one (Unicode's likely subtags): `fa` → Arab, `ku` → Latn, `ku-Arab` → Arab.
 * @param language BCP 47; for `und` and tags that are none the answer is `auto`: let the text's first letter decide
 */
export function direction(language: string): 'ltr' | 'rtl' | 'auto' {
  try {
    const locale = new Intl.Locale(language);
    if (locale.toString() === 'und') return 'auto';
    return RIGHT_TO_LEFT.has(locale.maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'auto';
  }
}
