import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Slovenian. */
export const sl: SegmentationRules = {
  language: 'sl',
  abbreviations: {
    never: words(`
      prof doc asist akad gdč gosp univ inž ing sv izr zasl viš npr t.i tj t.j oz okr cca ca pribl prib prim
      tel faks št štev čl odst nasl roj vl msgr mons tov zv`),
    mayEnd: words('itd ipd itn idr etc stol n.š n.e'),
    seldomEnd: words(`
      dr mag g ga p bl pok dipl spec gen polk ppolk kap por npor brig adm red ul nam prev
      ml st l r min sek ok mio mrd mlrd mil tis d.o.o d.d s.p k.d d.n.o e.v kr tč`),
    beforeNumber: words(`
      str pog pogl par člen tab pril let al gl ur jan feb mar apr jun jul avg sept sep okt nov dec`),
  },
  months: words('januar februar marec april maj junij julij avgust september oktober november december'),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    a ali ampak bi bil bila bile bili bilo če čeprav da do dokler drugi druga država danes dejal doslej en ena
    eden enako glede gre in iz ja jaz je ji jih jim kaj kajti kako kakor kar kdaj kdo kdor ker ki kje kjer ko kot ki
    kljub kmalu kolikor komaj kot k lahko le letos leta lani mi med medtem morda moral mu na nad naj nam namesto naš
    naša nato ne nekaj nekateri ni nihče nič niso no ob oba od ona oni ono po pod podobno pogosto poleg potem potrebno
    pozneje pred predvsem preden pri prav prvi prva pa saj sam samo se seveda si sicer sem skoraj skupaj so sodeč sta
    ste svoje šele še ta tako takoj takrat tam te tega tem temu ter ti tisti to toda tokrat tu tudi tukaj v vanj vas
    več večina vendar verjetno vi vse vsak vsi vsega vsaj vse včeraj za zadnji zakaj zaradi zase zato zatem zdaj ze že
    z zlasti zunaj s čez on kasneje tretji njegov njegova njihov njen njena`),
  syllabic: 'r',
  quotes: ['„“', '»«', '›‹', '‚‘'],
  dialogueDash: true,
  links: [
    'preberi tudi',
    'preberite tudi',
    'berite tudi',
    'beri tudi',
    'glejte tudi',
    'preberite še',
    'več o tem',
  ],
  signOffs: ['vir', 'viri', 'foto', 'fotografija', 'avtor', 'avtorica', 'prevod'],
  furniture: [
    'oglas',
    'oglasno sporočilo',
    'deli',
    'delite',
    'natisni',
    'komentarji',
    'stran #',
    'stran # od #',
  ],
};
