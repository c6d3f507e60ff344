import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Slovak. */
export const sk: SegmentationRules = {
  language: 'sk',
  abbreviations: {
    never: words(`
      prof doc dr ing mgr bc mudr judr phdr rndr paeddr thdr mvdr akad arch dipl bl ang nem fr lat gr napr
      tzv tzn tj t.j t.č resp príp popr cca event ev vs tel fax č čís ul nám tr ods písm kap pozn red plk
      pplk mjr kpt npor por práp rtm šéfred zást nár medz zn porov`),
    mayEnd: words('atď atd a.i ap apod pod etc n.l pred.n.l pr.n.l pr.kr po.kr'),
    seldomEnd: words(`
      p sv r s.r.o a.s v.o.s k.s n.o spol tis mil mld hod min sek st stor max obr str ml nar zom gen`),
    beforeNumber: words('s tab zv čl par jan feb mar apr jún júl aug sept okt nov dec vol'),
  },
  months: words(`
    január február marec apríl máj jún júl august september október november december
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra`),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    a aby ako aj ak ale alebo ani áno asi aspoň až bez bol bola boli bolo bude budú by byť čo ďalej ďalší ďalšie dnes do
    dokonca doteraz druhý druhá dva dve i ich iba je jeden jedna jeho jej jednou k kam každý kde kedy keby keď keďže kto
    ktorá ktoré ktorí ktorý koľko ku kvôli lebo len lenže má majú medzi medzitým mimo mnoho mnohí môj môže my na nad
    najmä najprv naopak napokon napriek následne náš naša navyše ne nebol nech nie niektorí niekoľko nič nik nikto no nový
    o od okrem on ona oni ono po podľa pod pokiaľ popri potom preto prečo pretože pre proti pred predtým predovšetkým
    presne pri pričom prvý prvá s sa si so sme som sú síce skôr spolu stále súčasne svoj ta tak takže takmer také takýto
    tam táto teda ten tento teraz tieto tiež to toho tomu toto tu tuto ty tým tých u už uprostred v včera vďaka vedľa veď
    viac však všetci všetko vy vždy z za zároveň zatiaľ zatým že zrejme znova zo`),
  syllabic: 'rlŕĺ',
  quotes: ['„“', '‚‘', '»«'],
  dialogueDash: true,
  links: [
    'čítajte aj',
    'čítajte tiež',
    'prečítajte si',
    'čítajte viac',
    'pozrite aj',
    'viac tu',
    'mohlo by vás zaujímať',
  ],
  signOffs: ['zdroj', 'zdroje', 'foto', 'autor', 'autorka', 'preklad'],
  furniture: ['reklama', 'inzercia', 'zdieľať', 'tlačiť', 'diskusia', 'strana #', 'strana # z #'],
};
