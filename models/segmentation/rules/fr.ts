import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** French. */
export const fr: SegmentationRules = {
  language: 'fr',
  abbreviations: {
    never: words(`
      env mm mgr mme mmes mlle mlles me dr pr prof st ste sts stes gén cdt lt adj sgt mr p.ex par.ex c.à.d càd
      cf av bd boul bld pl rte n no nos vs tél`),
    mayEnd: words('a etc av.j.-c apr.j.-c ndlr n.d.l.r sq sqq'),
    seldomEnd: words('j.-c M MM Me Pr Cie s.a s.a.s s.a.r.l p.d.g hab min mio mrd fig ed éd col gal'),
    beforeNumber: words('p pp art vol t tab al chap janv févr fév avr juil sept oct nov déc'),
  },
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    à afin ailleurs ainsi alors après au aucun aucune aujourd’hui aujourd aussi autant autre autres aux avant avec beaucoup
    bien bref c car ce ceci cela celle celles celui cependant certains certaines ces cet cette ceux chacun chaque comme
    comment contrairement d dans de déjà depuis des dès désormais deux d’abord donc dont du durant également elle elles en
    encore enfin ensuite entre environ est et étant eux face faute finalement grâce hier hors ici il ils j je jamais jeudi
    jusqu l la là le les leur leurs lors lorsque lui lundi ma mais malgré mardi me même mercredi mes mieux moins mon n ne
    ni nombre non nos notre nous on or ou où outre par parce parfois parmi pas pendant personne peu peut plus plusieurs
    pour pourquoi pourtant près presque puis puisque qu quand quant quatre que quel quelle quelles quelques quels qui quoi
    quoique rien s sa samedi sans se selon ses seul seule seuls si sinon soit son sous souvent sur surtout ta tandis tant
    tel telle tous tout toute toutefois toutes très trois trop tu un une unique vendredi vers voici voilà vos votre vous y`),
  quotes: ['«»', '“”', '‹›'],
  dialogueDash: true,
  links: [
    'lire aussi',
    'à lire aussi',
    'lire également',
    'à lire également',
    'lire plus',
    'voir aussi',
    'en savoir plus',
    'sur le même sujet',
  ],
  signOffs: [
    'source',
    'sources',
    'photo',
    'photos',
    'crédit',
    'crédit photo',
    'auteur',
    'autrice',
    'traduction',
  ],
  furniture: ['publicité', 'partager', 'imprimer', 'commentaires', 'page #', 'page # sur #'],
};
