import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Romanian. */
export const ro: SegmentationRules = {
  language: 'ro',
  abbreviations: {
    never: words(`
      dl dna d-na d-l dra dlui dr prof lect asist acad ing arh av col lt mr cpt cap mons pr sf ps ips ex
      cca aprox nr tel str bd bdul b-dul şos șos al cf vs mun sc ap sec`),
    mayEnd: words('e etc ş.a ș.a ş.a.m.d ș.a.m.d s.a.m.d i.hr d.hr î.hr î.e.n e.n n.r'),
    seldomEnd: words('gen dvs s.a s.r.l srl mil mld min ed vol gl o.n.g m.a.i m.a.e'),
    beforeNumber: words(`
      p pag pg t fig tab ian feb mar apr iun iul aug sep sept oct noi nov dec alin lit pct art`),
  },
  months: words(
    'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  ),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    a abia acea aceasta această aceea aceia acel acela acele acest acesta aceste acestea acești aceștia acolo actualmente
    acum ai aici ajuns al ale alături alți altfel am anterior apoi ar are as aș asemenea astăzi astfel asupra așa așadar
    atât atunci au avea azi bine ca că care cât câteva câțiva către când ce cea cei cel cele ceva chiar cine cinci conform
    contrar cu cum da dacă datorită dar de deja deoarece departe deși despre desigur deci din dintre dincolo doar doi două
    după e ea ei el ele era erau este eu fără fiecare fiind fost fostul în înainte îi îl împreună împotriva încă însă
    între într întrucât ieri iar ia la le li lor lui lângă mai mâine majoritatea mereu mi mie mulți multe mult ne nici
    nimeni nimic niște noi nostru noua noul nu numai o ori orice oricum pană până patru pe pentru peste poate potrivit prea
    prima primul prin printre pornind practic precum însuși sa să săi sale se sigur singura singurul spre sub sunt și
    tocmai tot toate toți totodată totuși trei trebuie tu un una unde unele unii unul urmează va vineri voi vor`),
  quotes: ['„”', '«»', '„“', '“”'],
  dialogueDash: true,
  links: [
    'citește și',
    'citiți și',
    'citeste si',
    'citește mai mult',
    'vezi și',
    'vezi si',
    'mai multe despre',
  ],
  signOffs: ['sursa', 'surse', 'sursă', 'foto', 'fotografie', 'autor', 'autoare', 'traducere', 'traducerea'],
  furniture: ['publicitate', 'distribuie', 'tipărește', 'comentarii', 'pagina #', 'pagina # din #'],
};
