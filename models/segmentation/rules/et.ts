import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Estonian. */
export const et: SegmentationRules = {
  language: 'et',
  abbreviations: {
    never: words(`
      dr prof dots akad hr pr prl mag kand kol kpt ltn mjr kindr nt näit s.o st s.t nn n.ö nö nr tel faks
      tn pst mnt vt vrd u ca lk lõik ptk toim tlk ld ingl sks prants ko k.a s.a m.a`),
    mayEnd: words('jne jms jm jmt jt vms vm v.a e.m.a m.a.j e.kr p.kr pkr ekr'),
    seldomEnd: words('saj mln mld mrd tuh sh min sek aj snd surn kr nim'),
    beforeNumber: words('joon tab art p lg vol jaan veebr apr aug sept okt nov dets'),
  },
  months: words('jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember'),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    aga aastal ainult alates alles arvan asi brüsselis edasi eelmine eelkõige ega ehk ei eile eks ent enne enam enamik
    ent esimene esiteks et ette hiljem huvitav iga igal igatahes ikka ilma ilmselt ilmselgelt isegi ja jah ju juba just jäi
    järgmine ka kaks kas keegi kelle kes keda kohe kogu kokku kolm kolmas kui kuhu kuid kuidas kuigi kuna kuni kus kust kõige
    kõik küll lisaks loomulikult läbi ma mees meie meil midagi mida miks millal mille milline mina mis mitte mitmed mind
    minu mu muidugi muide mul muu möödunud nad neid neil nemad need nende nii niisiis nimelt ning nüüd no näiteks nädal
    olen oli olid oluline on oma palju pane paraku pidi peale pealegi peab peagi pole politsei praegu pärast päris põhjus
    sa sageli sai sama samal samas samuti see seda seega seejuures seejärel seepärast seetõttu sel selle selleks selles sest
    siin siis siiski sina su sul suur ta taas tal tegelikult tegemist teie teine teised teiseks tema temaga tegu tihti tema
    too tõsi tuleb täna tänavu tänaseks tänu umbes uus vaatamata vahel vaid varem veel viimane viimati vähemalt või võib
    võimalik ühe üks üksnes ükski üle`),
  quotes: ['„”', '„“', '«»', '“”'],
  dialogueDash: true,
  links: ['loe ka', 'loe lisaks', 'loe veel', 'loe edasi', 'vaata ka'],
  signOffs: ['allikas', 'allikad', 'foto', 'fotod', 'autor', 'tekst', 'tõlge'],
  furniture: ['reklaam', 'jaga', 'prindi', 'kommentaarid', 'lk #', 'lehekülg #'],
};
