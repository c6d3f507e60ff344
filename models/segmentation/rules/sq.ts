import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Albanian. */
export const sq: SegmentationRules = {
  language: 'sq',
  abbreviations: {
    never: words(`
      z zj znj zt dr prof doc ing gjen shën sh imz mons arq akad asoc p.sh psh d.m.th dmth domth nr fq vëll përkth
      lagj cel afërs përaf`),
    mayEnd: words('etj e.t.j etc tj t.j e.tj p.e.s e.s m.s'),
    seldomEnd: words('at av kap kol bul rr mln mld sh.b sh.p.k sh.a p.k'),
    beforeNumber: words('f art tel faks jan shk mar pri qer kor gush gusht sht tet nën dhj'),
  },
  months: words('janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    ai ajo aktualisht ama andaj ankesa asgjë askush asnjë ata ato atje atë atëherë ashtu bashkë boll by çdo çfarë dhe
    deri derisa dikush diçka disa do dje drejt duke dy e edhe ende është falë fillimisht gjatë gjithashtu gjithçka
    gjithmonë gjithsesi i ishte ishin ja jam janë jo ju ka kam kanë këta këto këtë kështu kjo krahas kur kurse kush
    ky krejt kështu kudo lidhur madje mbi me megjithatë megjithëse meqë më mos mua midis më na ndaj ndaj ndërkohë ndërsa
    ne nëse në nga ngase njëkohësisht një njëri nuk në ose pak para pas pasi pastaj pavarësisht për përveç përballë po
    pra prandaj prej pse që qysh s sa sapo sepse së si sidomos sipas sot sonte shumë shumica ta tani tashmë te teksa të
    tek ti tij thjesht tjetër tre tri u unë vetëm vite vitin një zakonisht`),
  quotes: ['“”', '„“', '«»', '‘’'],
  dialogueDash: true,
  links: [
    'lexo edhe',
    'lexo më shumë',
    'lexoni edhe',
    'lexoni më shumë',
    'shih edhe',
    'lexo gjithashtu',
    'lexoni gjithashtu',
  ],
  signOffs: [
    'burimi',
    'burimet',
    'foto',
    'fotografia',
    'autori',
    'autorja',
    'përktheu',
    'përkthimi',
    'përgatiti',
  ],
  furniture: [
    'reklamë',
    'shpërndaje',
    'shpërndani',
    'printo',
    'komente',
    'komentet',
    'faqe #',
    'faqja #',
    'faqja # nga #',
  ],
};
