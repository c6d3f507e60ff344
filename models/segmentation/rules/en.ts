import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** English. */
export const en: SegmentationRules = {
  language: 'en',
  abbreviations: {
    never: words(`
      messrs mx prof capt cmdr adm sgt cpl vs viz i.e e.g a.k.a aka cf c v est approx ca msgr atty asst assoc
      pp vol vols nos figs eq eqs eds repr Rev Fr Hon Pres Gov Lt Col Gen Maj Pvt Sen Sens Rep Reps Amb Sec Supt Insp Det
      Mt Ft Ste`),
    mayEnd: words('etc et.al p.s a.d b.c lb lbs oz yrs hrs mins min'),
    seldomEnd: words(`
      dr op st sr jr inc ltd cos esq llc plc pty pvt dept univ assn blvd rd hwy bldg al cit trans Ave Sq Apt
      PVT INC LTD LLC CO
      Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn
      Tex Vt Va Wash Wis Wyo
      u.n u.s.a u.a.e e.u d.c l.a n.y n.j n.c s.c n.h n.m ph.d m.d b.a m.a b.s m.s m.b.a`),
    beforeNumber: words(`
      no nr p fig art sec ch chap para app ver tel ext Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
      Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`),
  },
  months: words('january february march april may june july august september october november december'),
  ordinals: { arabic: false, roman: false },
  opensInLowerCase: true,
  starters: words(`
    a about according after again all almost already also although among an and another any anyone are as at back
    because been before being besides both but by can could despite did do does during each earlier either even every
    everyone few finally first for from get go had has have having he hence her here hers his how however i i'm if in
    indeed instead into is it it's its just last later let like many maybe meanwhile more moreover most much my
    neither never nevertheless next no nobody none nor not nothing now of officials often on once one only or other others
    our out over perhaps please rather second see she should since so some somebody someone something sometimes soon
    still such than that the their them then there therefore these they this those though three through thus to today
    together tomorrow too two under unless unlike until upon was we well were what whatever when where whereas whether
    which while who whoever whose why will with within without would yes yesterday yet you your third thanks thank`),
  quotes: ['“”', '‘’', '«»'],
  dialogueDash: false,
  links: [
    'read also',
    'read more',
    'also read',
    'see also',
    'related',
    'read next',
    'don’t miss',
    "don't miss",
    'more on this',
  ],
  signOffs: [
    'source',
    'sources',
    'photo',
    'photos',
    'photograph',
    'picture',
    'credit',
    'author',
    'by-line',
    'translation',
    'translated by',
  ],
  furniture: [
    'advertisement',
    'share',
    'share this article',
    'tweet',
    'print',
    'email',
    'comments',
    'subscribe',
    'page #',
    'page # of #',
  ],
};
