/**
 * What the segmenter must know about one language. Everything here is data: a new language is one more file of this shape.
 * Words are written in lower case and without their final full stop ("dr", "m.in", "z.b"); parts that are also written apart
 * ("z. B.") stand here without the spaces. A word written with a capital is known with that capital only ("Mag", "Jan").
 */
export interface SegmentationRules {
  /** BCP 47. */
  language: string;
  abbreviations: {
    /** Stand before the word they belong to and never end a sentence: "dr. Novak", "ok. 80". */
    never: readonly string[];
    /** Stand at the end of a phrase; a capital after them opens a sentence: "itd.", "etc.". */
    mayEnd: readonly string[];
    /** Stand anywhere; only a word of `starters` after them opens a sentence: "w 2017 r. Kim", "Apple Inc. Tuesday". */
    seldomEnd: readonly string[];
    /** Abbreviations before a number only: "str. 5"; before anything else they are ordinary words. */
    beforeNumber: readonly string[];
  };
  /** How compounds end that are abbreviations before a number: "Schillerstr. 5", "Hausnr. 7". */
  compounds?: readonly string[];
  months: readonly string[];
  /** Whether "5." and "XX." may mean "fifth" and "twentieth". */
  ordinals: {
    arabic: boolean;
    roman: boolean;
    /** Years take a full stop too: "2007. godine". */
    years?: boolean;
  };
  /** Nouns have capitals, so that a capital proves nothing after an abbreviation or an ordinal. */
  capitalisedNouns?: boolean;
  /** Words that often open a sentence and are no names: articles, pronouns, conjunctions, prepositions, adverbs. */
  starters: readonly string[];
  /**
   * Prepositions that often open a sentence. A capital behind "itd." or "r." proves nothing while the sentence has only its
   * adverbial so far: "W 2017 r. Kim …" against "Urodził się w 1986 r. Kim …".
   */
  openers?: readonly string[];
  /** Sentences are often begun in small letters (web text), so that a small letter does not mean that the sentence goes on. */
  opensInLowerCase?: boolean;
  /** Letters beside a e i o u y that can carry a syllable; a word without any is taken for an abbreviation. */
  syllabic?: string;
  /** Quotation marks, opening and closing: '„“'. Straight quotes are known without saying. */
  quotes: readonly string[];
  /** Marks beside . ! ? … that end a sentence: the Greek question mark. */
  stops?: string;
  /** Letters that carry a sentence on behind a closing quotation mark, in scripts without spaces. */
  carriesOn?: string;
  /** A line that begins with a dash and a space is spoken (otherwise it is an item of a list). */
  dialogueDash: boolean;
  /** How a line begins that points to another article: "Les også". */
  links: readonly string[];
  /** How a line begins that names the source: "Quelle", "Foto". A colon must follow. */
  signOffs: readonly string[];
  /** Lines that belong to the page, not to the article, in small letters; # is a number: "Anzeige", "Seite 3 von 10". */
  furniture: readonly string[];
}

/** The words of a list written with spaces between them. */
export const words = (list: string): string[] => list.trim().split(/\s+/);
