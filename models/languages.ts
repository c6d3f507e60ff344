/**
 * The languages of the world as the app knows them. Inside, a language is a BCP 47 tag ("nb", "sr-Latn") and nothing else;
 * the codes that models and services use instead stand in this file alone.
 */
import { InputError } from './errors.ts';

export interface LanguageInfo {
  /** BCP 47, as `normaliseTag` gives it. */
  tag: string;
  /** In English. */
  name: string;
  /** In the language itself. */
  autonym: string;
  /** ISO 15924. */
  script: string;
  direction: 'ltr' | 'rtl';
  /** Codes of other systems, absent where the system has none for the language. */
  codes: {
    /** ISO 639-3. */
    iso3?: string;
    /** NLLB-200 (FLORES-200). */
    nllb?: string;
    /** M2M-100 and SMaLL-100. */
    m2m?: string;
    /** Names of Opus-MT models: `opus-mt-<code>-en`; absent where no such model is published. */
    opus?: string;
  };
}

// tag | English | autonym | script | ISO 639-3 | NLLB-200 | M2M-100 | Opus-MT to English
const table = `
  af      | Afrikaans         | Afrikaans        | Latn | afr | afr_Latn | af | af
  am      | Amharic           | አማርኛ             | Ethi | amh | amh_Ethi | am |
  ar      | Arabic            | العربية          | Arab | ara | arb_Arab | ar | ar
  az      | Azerbaijani       | azərbaycan       | Latn | aze | azj_Latn | az | az
  be      | Belarusian        | беларуская       | Cyrl | bel | bel_Cyrl | be |
  bg      | Bulgarian         | български        | Cyrl | bul | bul_Cyrl | bg | bg
  bn      | Bangla            | বাংলা             | Beng | ben | ben_Beng | bn | bn
  bs      | Bosnian           | bosanski         | Latn | bos | bos_Latn | bs |
  ca      | Catalan           | català           | Latn | cat | cat_Latn | ca | ca
  cs      | Czech             | čeština          | Latn | ces | ces_Latn | cs | cs
  cy      | Welsh             | Cymraeg          | Latn | cym | cym_Latn | cy | cy
  da      | Danish            | dansk            | Latn | dan | dan_Latn | da | da
  de      | German            | Deutsch          | Latn | deu | deu_Latn | de | de
  el      | Greek             | Ελληνικά         | Grek | ell | ell_Grek | el |
  en      | English           | English          | Latn | eng | eng_Latn | en |
  es      | Spanish           | español          | Latn | spa | spa_Latn | es | es
  et      | Estonian          | eesti            | Latn | est | est_Latn | et | et
  eu      | Basque            | euskara          | Latn | eus | eus_Latn |    | eu
  fa      | Persian           | فارسی            | Arab | fas | pes_Arab | fa |
  fi      | Finnish           | suomi            | Latn | fin | fin_Latn | fi | fi
  fr      | French            | français         | Latn | fra | fra_Latn | fr | fr
  ga      | Irish             | Gaeilge          | Latn | gle | gle_Latn | ga | ga
  gl      | Galician          | galego           | Latn | glg | glg_Latn | gl | gl
  he      | Hebrew            | עברית            | Hebr | heb | heb_Hebr | he |
  hi      | Hindi             | हिन्दी            | Deva | hin | hin_Deva | hi | hi
  hr      | Croatian          | hrvatski         | Latn | hrv | hrv_Latn | hr |
  hu      | Hungarian         | magyar           | Latn | hun | hun_Latn | hu | hu
  hy      | Armenian          | հայերեն          | Armn | hye | hye_Armn | hy | hy
  id      | Indonesian        | Bahasa Indonesia | Latn | ind | ind_Latn | id | id
  is      | Icelandic         | íslenska         | Latn | isl | isl_Latn | is | is
  it      | Italian           | italiano         | Latn | ita | ita_Latn | it | it
  ja      | Japanese          | 日本語           | Jpan | jpn | jpn_Jpan | ja | ja
  ka      | Georgian          | ქართული          | Geor | kat | kat_Geor | ka | ka
  kk      | Kazakh            | қазақ тілі        | Cyrl | kaz | kaz_Cyrl | kk |
  ko      | Korean            | 한국어           | Kore | kor | kor_Hang | ko | ko
  lb      | Luxembourgish     | Lëtzebuergesch   | Latn | ltz | ltz_Latn | lb |
  lt      | Lithuanian        | lietuvių         | Latn | lit | lit_Latn | lt |
  lv      | Latvian           | latviešu         | Latn | lav | lvs_Latn | lv | lv
  mk      | Macedonian        | македонски       | Cyrl | mkd | mkd_Cyrl | mk | mk
  mr      | Marathi           | मराठी             | Deva | mar | mar_Deva | mr | mr
  ms      | Malay             | Bahasa Melayu    | Latn | msa | zsm_Latn | ms |
  mt      | Maltese           | Malti            | Latn | mlt | mlt_Latn |    | mt
  nb      | Norwegian Bokmål  | norsk bokmål     | Latn | nob | nob_Latn | no |
  nl      | Dutch             | Nederlands       | Latn | nld | nld_Latn | nl | nl
  nn      | Norwegian Nynorsk | norsk nynorsk    | Latn | nno | nno_Latn | no |
  pl      | Polish            | polski           | Latn | pol | pol_Latn | pl | pl
  pt      | Portuguese        | português        | Latn | por | por_Latn | pt |
  ro      | Romanian          | română           | Latn | ron | ron_Latn | ro |
  ru      | Russian           | русский          | Cyrl | rus | rus_Cyrl | ru | ru
  sk      | Slovak            | slovenčina       | Latn | slk | slk_Latn | sk | sk
  sl      | Slovenian         | slovenščina      | Latn | slv | slv_Latn | sl |
  sq      | Albanian          | shqip            | Latn | sqi | als_Latn | sq | sq
  sr      | Serbian           | српски           | Cyrl | srp | srp_Cyrl | sr |
  sr-Latn | Serbian (Latin)   | srpski           | Latn | srp |          | sr |
  sv      | Swedish           | svenska          | Latn | swe | swe_Latn | sv | sv
  sw      | Swahili           | Kiswahili        | Latn | swa | swh_Latn | sw |
  ta      | Tamil             | தமிழ்             | Taml | tam | tam_Taml | ta |
  th      | Thai              | ไทย              | Thai | tha | tha_Thai | th | th
  tr      | Turkish           | Türkçe           | Latn | tur | tur_Latn | tr | tr
  uk      | Ukrainian         | українська       | Cyrl | ukr | ukr_Cyrl | uk | uk
  ur      | Urdu              | اردو             | Arab | urd | urd_Arab | ur | ur
  vi      | Vietnamese        | Tiếng Việt       | Latn | vie | vie_Latn | vi | vi
  xh      | Xhosa             | isiXhosa         | Latn | xho | xho_Latn | xh | xh
  zh      | Chinese           | 中文             | Hans | zho | zho_Hans | zh | zh
  zh-Hant | Chinese (Trad.)   | 繁體中文         | Hant | zho | zho_Hant | zh | zh
`;

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** The languages with codes for translation models, in the order of their tags. */
export const languages: readonly LanguageInfo[] = table.trim().split('\n').map(readRow);

const byTag = new Map(languages.map((language) => [language.tag, language]));

/** Macrolanguages and withdrawn codes that news archives still use, beside those that BCP 47 itself replaces ("iw", "sh"). */
const replacements: Readonly<Record<string, string>> = { no: 'nb', sqi: 'sq', alb: 'sq', als: 'sq' };

const namesInEnglish = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * The one form of a tag that the app works with: language, and script only where it is not the language's usual one.
 * "no" → "nb", "sq-AL" → "sq", "sr-Cyrl-RS" → "sr", "sr_Latn" → "sr-Latn", "deu" → "de"; "und" (undetermined) stays.
 * @throws InputError `language.unknown` when it is no BCP 47 tag, or of a language that nobody has registered
 */
export function normaliseTag(tag: string): string {
  const wanted = tag.trim().replaceAll('_', '-');
  if (wanted.toLowerCase() === 'und') return 'und';
  const locale = readLocale(wanted);
  if (locale === null) {
    throw new InputError(
      'language.unknown',
      `“${tag}” is not a language tag. Give a BCP 47 tag such as “sl”, “pl” or “sr-Latn”.`,
    );
  }
  const language = replacements[locale.language] ?? locale.language;
  const script = locale.script ?? scriptOf(language);
  return script === scriptOf(language) ? language : `${language}-${script}`;
}

function readLocale(tag: string): Intl.Locale | null {
  try {
    const locale = new Intl.Locale(tag).maximize();
    return namesInEnglish.of(locale.language) === undefined ? null : locale;
  } catch {
    return null;
  }
}

const scriptOf = (language: string): string => new Intl.Locale(language).maximize().script ?? 'Zyyy';

/**
 * What is known of a language; of one outside the table what Unicode knows of it (CLDR), without codes.
 * @throws InputError `language.unknown` as `normaliseTag` does
 */
export function languageInfo(tag: string): LanguageInfo {
  const normal = normaliseTag(tag);
  return byTag.get(normal) ?? fromCldr(normal);
}

/** The English name, e.g. "Slovenian". */
export const languageName = (tag: string): string => languageInfo(tag).name;

function readRow(row: string): LanguageInfo {
  const [tag = '', name = '', autonym = '', script = '', iso3 = '', nllb = '', m2m = '', opus = ''] = row
    .split('|')
    .map((cell) => cell.trim());
  const codes = Object.entries({ iso3, nllb, m2m, opus }).filter(([, code]) => code !== '');
  return { tag, name, autonym, script, direction: directionOf(script), codes: Object.fromEntries(codes) };
}

function fromCldr(tag: string): LanguageInfo {
  if (tag === 'und')
    return { tag, name: 'Unknown language', autonym: '', script: 'Zyyy', direction: 'ltr', codes: {} };
  const script = new Intl.Locale(tag).maximize().script ?? 'Zyyy';
  const autonym = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return {
    tag,
    name: namesInEnglish.of(tag) ?? tag,
    autonym,
    script,
    direction: directionOf(script),
    codes: {},
  };
}

function directionOf(script: string): 'ltr' | 'rtl' {
  return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
}
