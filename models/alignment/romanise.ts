/**
 * One spelling for a name, however its language writes it: Latin letters without marks, and a few sounds folded together.
 * Not for the eye: "Szojgu", "Shoigu" and "Шойгу" all become "soigu", "Lankow" and "Lankov" "lankov".
 */

// prettier-ignore
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', ѓ: 'g', д: 'd', ђ: 'd', е: 'e', є: 'e', ж: 'z', з: 'z', ѕ: 'z', и: 'i', і: 'i',
  ї: 'i', й: 'i', ј: 'i', к: 'k', ќ: 'k', л: 'l', љ: 'l', м: 'm', н: 'n', њ: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  ћ: 'c', у: 'u', ў: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'g', ш: 's', щ: 's', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu',
  я: 'ia',
};

// prettier-ignore
const greek: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 't', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'ks', ο: 'o',
  π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'i', φ: 'f', χ: 'h', ψ: 'ps', ω: 'o',
};

/** Letters that Unicode does not take apart into a letter and a mark. */
// prettier-ignore
const single: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'e', œ: 'e', ı: 'i', þ: 't', ð: 'd', ħ: 'h', ŋ: 'n',
};

const letters = new Map(Object.entries({ ...cyrillic, ...greek, ...single }));

/** Spellings of one sound, the longer first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|tsj|tsh/g, 'c'],
  [/szcz|shch|sch|skj/g, 's'],
  [/dzh|dsch|dj|xh|dz/g, 'g'],
  [/sz|sh|sj/g, 's'],
  [/zh|rz/g, 'z'],
  [/cz|ch|ts|tz/g, 'c'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/kh/g, 'h'],
  [/qu/g, 'kv'],
  [/ck/g, 'k'],
  [/c(?=[aoulrtk])/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/q/g, 'k'],
  [/(.)\1+/g, '$1'],
];

/** The folded spelling of a word; '' when nothing of it can be written in Latin letters. */
export function romanise(word: string): string {
  // й is и with a mark for Unicode and loses it too; the folding wants an i anyway.
  const bare = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const latin = Array.from(bare, (letter) => letters.get(letter) ?? letter).join('');
  if (/[^a-z]/.test(latin)) return '';
  return sounds.reduce((spelling, [sound, letter]) => spelling.replace(sound, letter), latin);
}
