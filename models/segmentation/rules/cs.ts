import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Czech. */
export const cs: SegmentationRules = {
  language: 'cs',
  abbreviations: {
    never: words(`
      prof doc dr ing mgr bc mudr judr phdr rndr paeddr thdr mvdr phmr akad arch dipl pí sv bl ak ang něm
      fr lat řec it např tzv tzn tj mj resp popř příp cca kupř event ev vs tel fax č čís ul nám tř odst
      písm kap pozn red plk pplk mjr kpt npor por prap rtm šéfred odp zást nár mez min zn srv roč sg pl`),
    mayEnd: words('atd apod aj atp etc n.l př.n.l př.kr kr ap'),
    seldomEnd: words(`
      p r s.r.o a.s v.o.s k.s o.p.s z.s tis mil mld kč hod sek st stol max obr str ml nar zemř gen`),
    beforeNumber: words('s tab kol čl par led únor bř dub kv červ srp září říj list lis pros vol'),
  },
  months: words(`
    leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
    ledna února března dubna května června července srpna října listopadu prosince`),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    a aby ačkoli ačkoliv ale ani ano asi aspoň až bez bude budou by byl byla byli bylo být co což dále další dnes do
    dokonce dosud druhý druhá dva dvě i jak jako jaký je jeden jedna jednou jedním jeho jejich její jen jenže jestli
    jestliže ještě ji jim již jsem jsme jsou k kam každý kde kdo kdy kdyby když ke která které který kteří kromě kvůli
    letos loni má mají mezi mezitím mimo mnoho mnozí může můj my na nad naopak navíc např následně naše náš ne nebo nebyl
    nechybí nejen nejvíce nejprve někteří několik není než nic nicméně nikdo no nový nyní o od odtud on ona oni ono oproti
    pak podle pod pokud po pouze potom později poté právě pro proč protože proto proti před předtím především přesto přes
    přestože při přitom první s se si snad sice spolu současně stále stejně svůj ta tady tak také takže takový tam te
    teď tedy ten tehdy tento tato této tím titul to tohle toto tomu tu tuto ty tyto týká u už uprostřed v včera včetně
    ve velmi vedle více vlastně však vy všechny všichni vždy z za zatím zatímco zda zde ze že zejména znovu zřejmě`),
  syllabic: 'rl',
  quotes: ['„“', '‚‘', '»«'],
  dialogueDash: true,
  links: [
    'čtěte také',
    'čtěte i',
    'přečtěte si',
    'čtěte více',
    'více zde',
    'viz také',
    'mohlo by vás zajímat',
  ],
  signOffs: ['zdroj', 'zdroje', 'foto', 'autor', 'autorka', 'překlad'],
  furniture: [
    'reklama',
    'inzerce',
    'sdílet',
    'sdílejte',
    'tisk',
    'vytisknout',
    'diskuse',
    'strana #',
    'strana # z #',
  ],
};
