/**
 * Number words: cardinals with the ordinals, collectives and fractions that a translation may put for them ("two", "second",
 * "both"), so that a number written in digits on one side finds its word on the other.
 *
 * A line is a value and its forms, `*` at the end of a form standing for whatever endings follow. A language that is not here has
 * no number words for us: its digits are compared, its words are passed over. Written for this project.
 */
interface NumberLanguage {
  /** The small numbers, tens and hundreds, and the powers of a thousand. */
  table: string;
  /** Between unit and tens of one word, as in "fünf-und-zwanzig"; tens first* where `tensFirst`. */
  joint?: string;
  tensFirst?: boolean;
  /** A word that may stand inside a number: "njëzet e pesë". */
  and?: string;
}

const german: NumberLanguage = {
  joint: 'und',
  table: `
    0 null | 0.5 halb* hälfte anderthalb* | 1 ein eins eine einen einem einer eines erst* einmal
    2 zwei zweit* beid* doppel* doppelt* zweimal zweier paar | 3 drei dritt* dreimal dreier dreifach* | 4 vier viert* viermal | 5 fünf fünft* fünfmal
    6 sechs sechst* | 7 sieben siebt* siebent* | 8 acht achte* achtel* | 9 neun neunt* | 10 zehn zehnt* jahrzehnt* | 11 elf elft*
    12 zwölf zwölft* dutzend* | 13 dreizehn* | 14 vierzehn* | 15 fünfzehn* | 16 sechzehn* | 17 siebzehn* | 18 achtzehn* | 19 neunzehn*
    20 zwanzig* | 30 dreißig* dreissig* | 40 vierzig* | 50 fünfzig* | 60 sechzig* | 70 siebzig* | 80 achtzig* | 90 neunzig*
    100 hundert* einhundert jahrhundert* | 1000 tausend* eintausend tsd jahrtausend*
    1000000 million* mio | 1000000000 milliard* mrd | 1000000000000 billion*`,
};

const slovenian: NumberLanguage = {
  joint: 'in',
  table: `
    0 nič nula nič* | 0.5 pol polovic* poldrug* | 1 en ena eno ene enega enemu eni enim prv* enkrat
    2 dva dve dveh dvema drug* oba obe obeh obema dvakrat dvoj* dvojic* | 3 tri trije treh trem tremi tretj* trikrat troj* | 4 štiri štirje štirih štirim štirimi četrt* štirikrat
    5 pet petih petim petimi pet* | 6 šest šestih šest* | 7 sedem sedm* | 8 osem osm* | 9 devet devetih devet* | 10 deset desetih deset* desetletj* | 11 enajst*
    12 dvanajst* ducat* | 13 trinajst* | 14 štirinajst* | 15 petnajst* | 16 šestnajst* | 17 sedemnajst* | 18 osemnajst* | 19 devetnajst*
    20 dvajset* | 30 trideset* | 40 štirideset* | 50 petdeset* | 60 šestdeset* | 70 sedemdeset* | 80 osemdeset* | 90 devetdeset*
    100 sto stotih stot* stolet* | 200 dvesto | 300 tristo | 400 štiristo | 500 petsto | 600 šeststo | 700 sedemsto | 800 osemsto | 900 devetsto
    1000 tisoč* tisočlet* | 1000000 milijon* mio | 1000000000 milijard* mrd | 1000000000000 bilijon*`,
};

const serboCroatian: NumberLanguage = {
  and: 'i',
  table: `
    0 nula | 0.5 pola polovic* polovin* | 1 jedan jedna jedno jednog jedne jednom prv* | 2 dva dve dvije dvaju dvjema drug* oba obe obje dvoj* | 3 tri triju treć* troj* | 4 četiri četvrt* četvor*
    5 pet pet* | 6 šest šest* | 7 sedam sedm* | 8 osam osm* | 9 devet devet* | 10 deset deset* desetljeć* deceni* | 11 jedanaest* | 12 dvanaest* tucet*
    13 trinaest* | 14 četrnaest* | 15 petnaest* | 16 šesnaest* | 17 sedamnaest* | 18 osamnaest* | 19 devetnaest*
    20 dvadeset* | 30 trideset* | 40 četrdeset* | 50 pedeset* | 60 šezdeset* | 70 sedamdeset* | 80 osamdeset* | 90 devedeset*
    100 sto stot* stoljeć* | 200 dvesto dvjesto dvesta | 300 tristo trista | 400 četiristo | 500 petsto | 600 šesto | 700 sedamsto | 800 osamsto | 900 devetsto
    1000 tisuć* hiljad* | 1000000 milijun* milion* | 1000000000 milijard* | 1000000000000 bilijun* bilion*`,
};

const polish: NumberLanguage = {
  table: `
    0 zero zera | 0.5 pół połow* półtor* | 1 jeden jedna jedno jednego jednej jednym pierwsz* | 2 dwa dwie dwóch dwu dwaj dwóm dwoma dwoje drug* oba obie obu oboje obydw* dwukrotn* podwój* para pary parę dwudniow* dwulet*
    3 trzy trzech trzej trzem trzema troje trzeci* trzykrotn* trzylet* trzydniow* | 4 cztery czterech czterej czterem czterema czworo czwart* czterokrotn* ćwierć*
    5 pięć pięciu pięcioro piąt* pięciokrotn* pięciolet* | 6 sześć sześciu sześcioro szóst* sześcio* | 7 siedem siedmiu siódm* siedmio* | 8 osiem ośmiu ósm* ośmio* | 9 dziewięć dziewięciu dziewiąt* dziewięcio*
    10 dziesięć dziesięciu dziesiąt* dekad* dziesięcio* | 11 jedenaście jedenastu jedenast* | 12 dwanaście dwunastu dwunast* tuzin* | 13 trzynaście trzynastu trzynast* | 14 czternaście czternast*
    15 piętnaście piętnast* | 16 szesnaście szesnast* | 17 siedemnaście siedemnast* | 18 osiemnaście osiemnast* | 19 dziewiętnaście dziewiętnast*
    20 dwadzieścia dwudziest* | 30 trzydzieści trzydziest* | 40 czterdzieści czterdziest* | 50 pięćdziesiąt* pięćdziesięci* | 60 sześćdziesiąt* sześćdziesięci* | 70 siedemdziesiąt* siedemdziesięci*
    80 osiemdziesiąt* osiemdziesięci* | 90 dziewięćdziesiąt* dziewięćdziesięci*
    100 sto stu setk* setn* setek stulec* | 200 dwieście dwustu | 300 trzysta trzystu | 400 czterysta czterystu | 500 pięćset pięciuset | 600 sześćset sześciuset | 700 siedemset siedmiuset | 800 osiemset ośmiuset | 900 dziewięćset dziewięciuset
    1000 tysiąc* tysięc* tys tysiącleci* | 1000000 milion* mln | 1000000000 miliard* mld | 1000000000000 bilion*`,
};

const scandinavian: NumberLanguage = {
  tensFirst: true,
  and: 'og',
  table: `
    0 null nul | 0.5 halv* | 1 en ett et én ein eitt første* fyrste* | 2 to annen* annet* andre* anden* begge dobbel* dobbelt par paret | 3 tre tredje* tredjedel* | 4 fire fjerde* fjerdedel* | 5 fem femte* femtedel*
    6 seks sjette* | 7 sju syv sjuende* syvende* | 8 åtte otte åttende* ottende* | 9 ni niende* | 10 ti tiende* tiår* årti* | 11 elleve ellevte* | 12 tolv tolvte* dusin* | 13 tretten* | 14 fjorten*
    15 femten* | 16 seksten* | 17 sytten* | 18 atten* | 19 nitten* | 20 tjue* tyve* tjuende* | 30 tretti* tredve* | 40 førti* fyrre | 50 femti* halvtreds | 60 seksti* tres | 70 sytti* halvfjerds
    80 åtti* firs | 90 nitti* halvfems | 100 hundre* hundred* århundre* | 1000 tusen* tusind* tusinder | 1000000 million* mill mio | 1000000000 milliard* mrd | 1000000000000 billion*`,
};

const swedish: NumberLanguage = {
  tensFirst: true,
  table: `
    0 noll | 0.5 halv* | 1 en ett första* | 2 två andra* båda bägge dubbel* par | 3 tre tredje* tredjedel* | 4 fyra fjärde* fjärdedel* | 5 fem femte* | 6 sex sjätte* | 7 sju sjunde* | 8 åtta åttonde* | 9 nio nionde*
    10 tio tionde* decenni* årtionde* | 11 elva elfte* | 12 tolv tolfte* dussin* | 13 tretton* | 14 fjorton* | 15 femton* | 16 sexton* | 17 sjutton* | 18 arton* | 19 nitton* | 20 tjugo* | 30 trettio* | 40 fyrtio*
    50 femtio* | 60 sextio* | 70 sjuttio* | 80 åttio* | 90 nittio* | 100 hundra* århundrade* | 1000 tusen* | 1000000 miljon* | 1000000000 miljard* | 1000000000000 biljon*`,
};

const dutch: NumberLanguage = {
  joint: 'en',
  table: `
    0 nul | 0.5 half halve helft anderhalf anderhalve | 1 een één eerste* | 2 twee tweede* beide dubbel* paar | 3 drie derde* | 4 vier vierde* | 5 vijf vijfde* | 6 zes zesde* | 7 zeven zevende* | 8 acht achtste* | 9 negen negende*
    10 tien tiende* decenni* | 11 elf elfde* | 12 twaalf twaalfde* dozijn* | 13 dertien* | 14 veertien* | 15 vijftien* | 16 zestien* | 17 zeventien* | 18 achttien* | 19 negentien* | 20 twintig* | 30 dertig*
    40 veertig* | 50 vijftig* | 60 zestig* | 70 zeventig* | 80 tachtig* | 90 negentig* | 100 honderd* | 1000 duizend* | 1000000 miljoen* mln | 1000000000 miljard* mld | 1000000000000 biljoen*`,
};

const albanian: NumberLanguage = {
  and: 'e',
  table: `
    0 zero | 0.5 gjysm* | 1 një njër* parë* | 2 dy dyja dyve dytë* dyfish* çift* | 3 tre tri tretë* treta* trefish* | 4 katër katërt* katra | 5 pesë pestë* pesta* pesëdhjetëvjet* | 6 gjashtë gjashtë* gjasht* | 7 shtatë shtat*
    8 tetë tetët* | 9 nëntë nëntët* | 10 dhjetë dhjet* dekad* | 11 njëmbëdhjetë* | 12 dymbëdhjetë* duzin* | 13 trembëdhjetë* | 14 katërmbëdhjetë* | 15 pesëmbëdhjetë* | 16 gjashtëmbëdhjetë*
    17 shtatëmbëdhjetë* | 18 tetëmbëdhjetë* | 19 nëntëmbëdhjetë* | 20 njëzet* | 30 tridhjetë* | 40 dyzet* katërdhjetë* | 50 pesëdhjetë* | 60 gjashtëdhjetë* | 70 shtatëdhjetë* | 80 tetëdhjetë* | 90 nëntëdhjetë*
    100 qind* njëqind* shekull* shekuj* | 200 dyqind* | 300 treqind* | 400 katërqind* | 500 pesëqind* | 600 gjashtëqind* | 700 shtatëqind* | 800 tetëqind* | 900 nëntëqind*
    1000 mijë* mijëra | 1000000 milion* | 1000000000 miliard* | 1000000000000 trilion*`,
};

const french: NumberLanguage = {
  and: 'et',
  table: `
    0 zéro | 0.5 demi* moitié* | 1 un une premier* première* | 2 deux deuxième* second* double* | 3 trois troisième* tiers triple* | 4 quatre quatrième* quart* | 5 cinq cinquième* | 6 six sixième* | 7 sept septième* | 8 huit huitième* | 9 neuf neuvième*
    10 dix dixième* dizaine* décennie* | 11 onze onzième* | 12 douze douzième* douzaine* | 13 treize* | 14 quatorze* | 15 quinze quinzaine* quinzième* | 16 seize* | 17 dix-sept | 18 dix-huit | 19 dix-neuf | 20 vingt* | 30 trente trentaine* | 40 quarante quarantaine*
    50 cinquante cinquantaine* | 60 soixante soixantaine* | 100 cent cents centaine* | 1000 mille milliers millier | 1000000 million* | 1000000000 milliard* | 1000000000000 billion*`,
};

const english: NumberLanguage = {
  tensFirst: true,
  and: 'and',
  table: `
    0 zero nil none | 0.5 half halves halve* | 1 one first* single once | 2 two second* both twice double* pair couple two-* second-* | 3 three third* thrice triple* three-* | 4 four fourth* quarter* four-* | 5 five fifth* five-* | 6 six sixth* six-* | 7 seven seventh* seven-*
    8 eight eighth* eight-* | 9 nine ninth* nine-* | 10 ten tenth* decade* ten-* | 11 eleven eleventh* | 12 twelve twelfth dozen* | 13 thirteen* | 14 fourteen* fortnight* | 15 fifteen* | 16 sixteen* | 17 seventeen* | 18 eighteen* | 19 nineteen*
    20 twenty twentieth* twenties* | 30 thirty thirtieth* thirties* | 40 forty fortieth* forties* | 50 fifty fiftieth* fifties* | 60 sixty sixtieth* sixties* | 70 seventy seventieth* seventies* | 80 eighty eightieth* eighties* | 90 ninety ninetieth* nineties*
    100 hundred* century* centuries* centenary | 1000 thousand* millennium* millennia* | 1000000 million* m mn | 1000000000 billion* bn | 1000000000000 trillion* tn`,
};

const tables: Readonly<Record<string, NumberLanguage>> = {
  de: german,
  sl: slovenian,
  hr: serboCroatian,
  bs: serboCroatian,
  'sr-Latn': serboCroatian,
  pl: polish,
  nb: scandinavian,
  nn: scandinavian,
  da: { ...scandinavian, tensFirst: false, joint: 'og' },
  sv: swedish,
  nl: dutch,
  sq: albanian,
  fr: french,
  en: english,
};

export interface NumberWord {
  value: number;
  /** A plain number ("five") and not "fifth", "fivefold" or "both". */
  isCardinal: boolean;
}

export interface NumberWords {
  /** What a word in small letters says, undefined for a word that is no number. */
  read: (word: string) => NumberWord | undefined;
  /** A word that may stand inside a number. */
  and: string | undefined;
}

const opened = new Map<string, NumberWords>();

/** The number words of a language, null when we have none. */
export function numberWords(language: string): NumberWords | null {
  const table = tables[language];
  if (table === undefined) return null;
  const words = opened.get(language) ?? open(table);
  opened.set(language, words);
  return words;
}

/** The longest ending that a beginning may have, so that "pet*" is no "peticija". */
const longestEnding = 4;
/** No number word is longer. */
const longestWord = 24;
/** Of a compound such as "two-year". */
const longestTail = 10;

function open({ table, joint, tensFirst, and }: NumberLanguage): NumberWords {
  const exact = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const entry of table.split(/[|\n]/)) {
    const [value = '', ...forms] = entry.trim().split(/\s+/);
    forms.forEach((form, index) => {
      const word = form.replace('*', '');
      if (form !== word) beginnings.set(word, Number(value));
      if (form === word || index === 0) exact.set(word, Number(value));
    });
  }
  for (const [word, value] of compounds(exact, joint, tensFirst ?? false)) {
    if (exact.has(word)) continue;
    exact.set(word, value);
    beginnings.set(word, value);
  }
  const read = (word: string): NumberWord | undefined => {
    const whole = exact.get(word);
    if (whole !== undefined) return { value: whole, isCardinal: true };
    for (let length = Math.min(word.length, longestWord); length >= 3; length--) {
      const value = beginnings.get(word.slice(0, length));
      const longest = word.charAt(length - 1) === '-' ? longestTail : longestEnding;
      if (value !== undefined && word.length - length <= longest) return { value, isCardinal: false };
    }
    return undefined;
  };
  return { read, and };
}

/** Numbers that are one word of several: "fünfundzwanzig", "petindvajset", "tjuefem", "twenty-five", "dreihundert". */
function* compounds(
  exact: ReadonlyMap<string, number>,
  joint: string | undefined,
  tensFirst: boolean,
): Iterable<[string, number]> {
  const all = [...exact];
  const units = all.filter(([, value]) => value >= 1 && value < 10 && Number.isInteger(value));
  const tens = all.filter(([, value]) => value >= 20 && value < 100);
  const powers = all.filter(([, value]) => value === 100 || value === 1000);
  for (const [unit, value] of units) {
    for (const [ten, tenfold] of tens) {
      if (joint !== undefined) yield [unit + joint + ten, value + tenfold];
      if (tensFirst) {
        yield [ten + unit, value + tenfold];
        yield [`${ten}-${unit}`, value + tenfold];
      }
    }
    for (const [power, factor] of powers) if (value > 1) yield [unit + power, value * factor];
  }
}
