import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Croatian; Bosnian and Serbian in Latin script abbreviate alike. */
export const hr: SegmentationRules = {
  language: 'hr',
  abbreviations: {
    never: words(`
      prof doc akad inž gosp gđa gđica npr tj tzv odn cca br tel faks čl toč prir engl njem franc grč usp
      zv r.br p.n k.č nadb msgr mons preč vlč izv`),
    mayEnd: words('itd i.t.d i.sl isl etc n.e pr.kr p.n.e i.dr'),
    seldomEnd: words(`
      dr mr mag sv fra o gđe dipl ing spec gen brig puk por nam ul trg st red ur prev god g sat h min sek
      tis mil mlrd mlj kn eur d.o.o d.d j.d.o.o j.p a.d s.r`),
    beforeNumber: words('str sl tab pog vol r rođ u velj sij ožu tra svi lip srp kol ruj lis stu pro pros'),
  },
  months: words(`
    siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca
    januar februar mart april maj juni juli august septembar oktobar novembar decembar`),
  ordinals: { arabic: true, roman: true, years: true },
  openers: words(
    'u na od do iz za po pred prije nakon poslije tijekom tokom krajem početkom sredinom oko godine',
  ),
  starters: words(`
    a ako ali baš bez bi bila bile bili bilo bio bit će da dakle dalje danas do dobro dok drugi druga dvije dva ej ga
    gdje i iako ili ima inače ipak ispred iz iza između ja jedan jedna jednostavno jedino još jer je jučer kad kada kako
    kao kod koja koje koji koliko krajem kroz lani li međutim mi mnogi moj možda mora može na nad nakon nama naime
    napokon naš naša nego neka neki nekoliko nema ni nije nikad nikada niti nitko niko ništa no nova novi o ob od oko on
    ona oni ono osim ova ovaj ove ovi ovo pa pak po početkom pod pored posle poslije poslednji postoji potom preko prema
    pred prije prvi pri protiv pošto s sa sada sam samo se sva svaki sve svi svoje sutra ta tada taj tako također takođe
    takvo tamo te tek ti tim time to toga tog tokom treba treći tri tu tvoj u ubrzo uglavnom ujedno uz unatoč upravo u
    usput uskoro valjda već većina vi više vjerojatno vjerovatno vrlo za zašto zar zatim zato zbog zahvaljujući žele`),
  syllabic: 'r',
  quotes: ['„“', '„”', '»«', '‚‘', '‘’'],
  dialogueDash: true,
  links: [
    'pročitajte i',
    'pročitajte još',
    'pročitaj i',
    'čitajte i',
    'vidi i',
    'pogledajte i',
    'više o tome',
    'pročitajte više',
  ],
  signOffs: [
    'izvor',
    'izvori',
    'foto',
    'fotografija',
    'autor',
    'autorica',
    'autorka',
    'piše',
    'prijevod',
    'prevod',
  ],
  furniture: [
    'oglas',
    'podijeli',
    'podeli',
    'ispiši',
    'komentari',
    'stranica #',
    'strana #',
    'stranica # od #',
  ],
};
