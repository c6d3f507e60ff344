import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Lithuanian. */
export const lt: SegmentationRules = {
  language: 'lt',
  abbreviations: {
    never: words(`
      dr prof doc akad inž p šv kun vysk arkiv tėv gen plk mjr kpt ltn vyr jaun pvz t.y vad vadin apyt nr
      tel faks g pr al pl gatv str.nr plg žr žiūr red vert angl vok pranc lot rus lenk buv eil rež aut sk
      gyv mst k`),
    mayEnd: words('ir.kt ir.pan kt t.t ir.t.t etc m.e pr.m.e pr.kr po.kr'),
    seldomEnd: words('m mln mlrd tūkst val min sek d a š.m amž gim lt eur st'),
    beforeNumber: words(`
      psl pav lent str dal tom saus vas kov bal geg birž liep rugp rugs spal lapkr gruod`),
  },
  months: words(`
    sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis
    sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio`),
  ordinals: { arabic: true, roman: false },
  starters: words(`
    abu ačiū anot anksčiau ant apie apskritai aš ar arba atrodo be beje bet betgi bus būtent buvo čia da dabar daug daugelis
    dar dažnai dažniausiai dėl dėka didžiausia du dvi galbūt gal gali galima gana gerai ir iki iš ją jam jau jei jeigu ji
    jie jis jo jog jos jų jums jūs ką kada kadangi kai kaip kam kas katra keli keletas kiek kiekvienas kita kitas kiti kol
    kodėl kokia koks kur kuri kuris lygiai ligi man mano manau mes mums mūsų na ne nebuvo negalima nei net netrukus nes nėra
    nors nuo o pagal pakui paskui patys pasak per pernai pirma pirmasis pirmiausia po prieš prie pro puikiai rytoj sako savo
    sakoma šalia šiandien šiemet šie ši šios šis šiuo šiuo šįkart štai su sunku ta tada tad tai taigi taip tačiau tarp tas
    te tegul ten tie tiek tiesa tik tikrai to todėl toks toliau tokia trečia trys tuo tuomet tuo tur turi turime už vadinasi
    vakar vėliau vėl vien vienas viena viską vis visada visi viskas viso vos`),
  quotes: ['„“', '„”', '«»', '‚‘'],
  dialogueDash: true,
  links: [
    'skaitykite taip pat',
    'taip pat skaitykite',
    'skaityk taip pat',
    'skaityti daugiau',
    'skaitykite daugiau',
    'žiūrėkite taip pat',
  ],
  signOffs: [
    'šaltinis',
    'šaltiniai',
    'nuotrauka',
    'nuotr',
    'foto',
    'autorius',
    'autorė',
    'vertė',
    'vertimas',
  ],
  furniture: ['reklama', 'dalintis', 'spausdinti', 'komentarai', 'puslapis #', '# puslapis'],
};
