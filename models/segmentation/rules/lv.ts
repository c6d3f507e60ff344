import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Latvian. */
export const lv: SegmentationRules = {
  language: 'lv',
  abbreviations: {
    never: words(`
      dr prof doc akad inž god kgs kdze jkdze sv ģen pulkv plkv kapt ltn mjr piem t.i t.s t.sk t.n resp
      apm ap aptuv nr tāl fakss ul skat sk red tulk angl vāc pag iel bulv prosp pl raj mag`),
    mayEnd: words('utt u.tml u.c utml u.t.t u.c.t m.ē p.m.ē pr.kr etc'),
    seldomEnd: words('g gs milj mljrd miljd tūkst min sek st plkst ls dz dzim m'),
    beforeNumber: words('lpp att tab p pants nod sēj janv febr apr jūn jūl aug sept okt nov dec vol'),
  },
  months: words(`
    janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
    janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī`),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    aiz ap apmēram ar arī atkal bet bez bija bijušais būs cik citi daudz daudzi divi dažas daži dažreiz droši es esam esmu gan
    gandrīz gar ģimene grūti ik ikviens ir it īpaši ja jā jau jauns jo jūs ka kā kad kamēr kas katrs kāda kādēļ kāds kāpēc
    kaut ko kopā kopš kopumā kur kurš kura labi lai laikā līdz lielākā man mans manuprāt mazliet mēs mums mūsu ne neko
    nekad nav neskatoties neviens no nu nākamais nē ņemot otrs otrkārt pa pagājušajā par parasti pašlaik patiesībā pat pēc
    pie pieci piektdien pirmais pirmkārt pirmdien pirms pret protams proti pār pārējie radās raugoties saskaņā sava savukārt
    savs savulaik sākumā še šī šie šis šo šobrīd šodien šogad šķiet ta tā tad tādēļ tāds tāpat tāpēc tas te tie tiem tieši
    tikai tika tiks tikmēr to tobrīd toties tomēr toreiz trīs trešdien tu tur turklāt turpretī tāda un uz uzreiz vai vairāk
    vairāki vakar vēl vēlāk vien viens vienlaikus viņa viņi viņš viņam viss visi vispirms vispār visticamāk zem zināms`),
  quotes: ['„”', '“”', '«»', '„“'],
  dialogueDash: true,
  links: ['lasi arī', 'lasiet arī', 'lasi vairāk', 'lasi vēl', 'skaties arī'],
  signOffs: ['avots', 'avoti', 'foto', 'autors', 'autore', 'teksts', 'tulkojums'],
  furniture: ['reklāma', 'dalīties', 'drukāt', 'komentāri', 'lapa #', '# lapa'],
};
