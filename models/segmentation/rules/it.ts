import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Italian. */
export const it: SegmentationRules = {
  language: 'it',
  abbreviations: {
    never: words(`
      sig sigg sig.ra sigra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag gen col magg cap
      ten mons on sen spett gent egr ill s.e st ss p.es p.e es ad.es cfr cf ca tel v.le vle p.za pza c.so
      co all nn n.b lett gr ingl sp`),
    mayEnd: words('è ecc etc a.c d.c sgg segg'),
    seldomEnd: words('s.p.a s.r.l s.n.c s.a.s f.lli mld mln min sec ab ed u.s p.m'),
    beforeNumber: words(`
      p pp pag pagg art artt vol t fig tab n nr num c feb mar apr mag giu lug ago set sett ott nov dic`),
  },
  months: words(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  ),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    a ad adesso ai al alcuni alcune all alla alle allora almeno altri altro anche ancora anzi appena attualmente avere bene
    c che chi ci ciò circa col come con contro così cosa da dal dall dalla dalle dagli dai davanti degli dei del dell della
    delle dello dentro di dietro dopo dove dunque due durante e è ecco ed era entrambi ero essere fa fino finora forse fra
    già gli ha hanno ho i ieri il in infatti infine inoltre insomma intanto invece io l la là le lei lo loro lui ma mai
    meglio meno mentre mi mia mio molti molto ne nè né negli nei nel nell nella nelle nello nemmeno nessun nessuno niente noi
    non nonostante nostra nostro nulla o oggi ogni oltre oppure ora ormai per perché perciò perfino però più piuttosto poco
    poi poiché possibile presso prima proprio pure qua quale quali qualche qualcuno quando quanto quasi quattro quelle quelli
    quello quella questa queste questi questo qui quindi s sarà se secondo sempre senza si sì sia siamo solo soltanto sono
    sopra soprattutto sotto stato stando su sua subito sui sul sull sulla sulle suo successivamente tale tanto te terzo tra
    tre tu tutta tuttavia tutte tutti tutto un una uno va verso vi voi vuole`),
  quotes: ['«»', '“”', '‹›', '‘’'],
  dialogueDash: true,
  links: [
    'leggi anche',
    'leggi tutto',
    'leggi di più',
    'leggete anche',
    'vedi anche',
    'per saperne di più',
    'per approfondire',
  ],
  signOffs: ['fonte', 'fonti', 'foto', 'autore', 'autrice', 'traduzione', 'credit'],
  furniture: ['pubblicità', 'condividi', 'stampa', 'commenti', 'pagina #', 'pagina # di #'],
};
