import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Polish. */
export const pl: SegmentationRules = {
  language: 'pl',
  abbreviations: {
    never: words(`
      prof doc dr hab mgr inż dz p pp ks bp abp kard o św błog płk ppłk mjr kpt ppor chor sierż kpr plut pułk adm kmdr
      dyr wicedyr zast pos sekr al ul woj pow m.in np tzn tzw tj zw wg ds dot ok ca zob tel nr art ust poz
      rozdz ryc śp pseud daw dawn przyp oprac tłum przeł wyd pol ang niem franc ros łac jez śr maks przec reż nacz em`),
    mayEnd: words('r w pkt mln mld bln itd itp etc in i.in n.e p.n.e br bm ub cdn z.o.o zł gr a.s'),
    seldomEnd: words(`
      tys os ha sek min mies rb wiek ww proc szt st lek med gen por red sen rys im pl gm kl zach wsch płn
      płd godz zm ur hr s.a s.c sp p.o r.ż patr jw str`),
    beforeNumber: words(`
      s c t zał sygn uchw rozp lit par tab vol tom
      stycz lut mar kwiec kwi czerw czer lip sierp sie wrz paźdz paź listop lis grudz gru`),
  },
  openers: words('w we po przed od do na za podczas pod koło około z ze przez dla u'),
  months: words(`
    styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia`),
  ordinals: { arabic: true, roman: false },
  starters: words(`
    a ale albo ależ aż bez bo bowiem bowiem by był była było były być chce chociaż choć ci co czy czym czyli dla dlaczego
    dlatego do dopiero dotychczas drugi druga dziś dzisiaj dzięki gdy gdyby gdzie i ich ile im inne inni ja jak jakie
    jako je jeden jednak jedna jednocześnie jednym jego jej jest jeśli jeżeli już każdy kiedy kilka kto która który
    które którzy lecz lub ma mają mam mamy mi mimo mnie moje może można musi my na nad najpierw nam nas natomiast
    następnie nasz nasza nawet nie niech niektórzy nigdy nikt nim niż no o obecnie od on ona one oni ono oprócz oraz
    pan pani państwo po pod podczas ponad ponadto ponieważ potem poza później przed przede przez przy są sam się skąd
    stąd swoje ta tak także tam te tego tej ten to tu tutaj tych tylko tym tymczasem u w wczoraj wciąż we według więc
    właśnie wraz wszyscy wszystko wszystkie wtedy wówczas wśród z za zamiast zaraz zatem zawsze ze zgodnie znowu zresztą
    że żaden żeby został została zostały trzeba jesteśmy jestem ostatnio wkrótce rok dwa trzy`),
  quotes: ['„”', '«»', '»«', '‚’'],
  dialogueDash: true,
  links: [
    'czytaj także',
    'czytaj też',
    'czytaj również',
    'czytaj więcej',
    'zobacz także',
    'zobacz też',
    'przeczytaj także',
    'przeczytaj też',
    'zobacz również',
  ],
  signOffs: [
    'źródło',
    'źródła',
    'fot',
    'foto',
    'zdjęcie',
    'autor',
    'autorka',
    'tłumaczenie',
    'opracowanie',
    'oprac',
  ],
  furniture: ['reklama', 'udostępnij', 'drukuj', 'komentarze', 'strona #', 'strona # z #'],
};
