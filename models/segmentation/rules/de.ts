import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** German. */
export const de: SegmentationRules = {
  language: 'de',
  abbreviations: {
    never: words(`
      dr prof em dr-ing dr.-ing dipl dipl.-ing dipl.-kfm ing phil jur rer nat med dent vet oec theol habil mult
      hr hrn fr frl frhr st ste skt sankt bgm abg fa hbf gest
      bzw bspw z.b z.bsp d.h d.i i.e u.a.m vgl ggf gegr geb verh verw evtl eventl ca zzgl inkl exkl einschl abzgl
      sog sogen insb insbes bes spez allg angebl ehem jew betr bezgl bzgl
      u.a u.u i.d.r d.r i.a i.d i.s i.v i.h.v o.g v.a z.t s.u s.o d.j d.m
      s nr abs ziff kap bd bde hrsg hg aufl jg jhg abb anm österr schweiz engl frz franz ital griech poln amerik brit
      nördl südl östl westl hl u od`),
    mayEnd: words(
      'usw etc ff f u.v.m u.v.a o.ä u.ä u.dgl dgl a.a.o n.chr v.chr zzt z.zt z.z chr std stdn sek jhd jhdt tsd',
    ),
    seldomEnd: words('a.d a.m mio mrd bio mill e.v a.s s.a n.v b.v uvm Mag Gen Oberst Lt Maj Min'),
    beforeNumber: words(`
      mo di mi do sa
      z pos kl hs rn rdnr vers no art lit str tel fax mobil max min tab ausg gem
      Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez`),
  },
  months: words(`
    januar jänner februar feber märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sep sept okt nov dez`),
  ordinals: { arabic: true, roman: true },
  compounds: words('str nr'),
  capitalisedNouns: true,
  starters: words(`
    aber alle allem allerdings alles als also am an ansonsten auch auf aufgrund aus außer außerdem bald bei beide beim
    bereits bis bisher bitte da dabei dadurch dafür dagegen daher damals damit danach daneben dank dann daran darauf
    daraufhin daraus darin darüber darum darunter das dass daß davon davor dazu dem den denn dennoch der deren derzeit
    des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort du durch ebenfalls ebenso ehe ein
    eine einem einen einer eines einerseits einige einmal er erst es etwa etwas falls fast für ganz gegen gegenüber
    genau gerade gestern gibt gut hat hatte hätte heute hier hierzu hinter hinzu ich ihm ihn ihnen ihr ihre ihrem ihren
    ihrer im immer in indem infolge innerhalb insgesamt inzwischen ist ja je jede jeder jedoch jedes jene jetzt kann
    kaum kein keine laut leider man manche mehr mein meine mehrere mit mittlerweile muss nach nachdem natürlich neben
    nein nicht nichts niemand noch nun nur ob obwohl oder offenbar oft ohne schließlich schon sehr seien sein seine
    seinem seinen seiner seit seitdem seither sie sind so sobald sodann sogar solange solche soll somit sondern sonst
    sowohl später statt trotz trotzdem über überall um und uns unser unsere unter vergangene viele vielleicht vom von
    vor vorher während wann war waren warum was wegen weil weiter weitere weiterhin welche wem wenn wenngleich wer
    werden wie wieder wir wird wo wobei wodurch wohl wurde wurden zu zudem zuerst zuletzt zum zumal zunächst zur
    zusammen zuvor zwar zwei zwischen drei`),
  quotes: ['„“', '‚‘', '»«', '›‹', '“”', '«»', '‹›'],
  dialogueDash: false,
  links: [
    'lesen sie auch',
    'lesen sie hier',
    'lesen sie mehr',
    'lies auch',
    'mehr dazu',
    'mehr zum thema',
    'siehe auch',
    'auch interessant',
  ],
  signOffs: ['quelle', 'quellen', 'foto', 'fotos', 'bild', 'bilder', 'autor', 'autorin', 'übersetzung'],
  furniture: [
    'anzeige',
    'werbung',
    'teilen',
    'artikel teilen',
    'merken',
    'drucken',
    'kommentare',
    'seite #',
    'seite # von #',
  ],
};
