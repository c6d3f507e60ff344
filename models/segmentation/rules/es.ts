import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Spanish. */
export const es: SegmentationRules = {
  language: 'es',
  abbreviations: {
    never: words(`
      EE RR JJ CC FF sr sra srta sres sras srs dr dra dres prof profa lic lcdo lcda ing arq gral cnel cap tte sgto cmdte
      mons excmo excma ilmo ilma dña st sta sto fr hno hna pte avda av ctra pza pl apdo p.ej ej vgr v.gr
      i.e cf cfr aprox núm nro tel tfno dpto depto prov vs`),
    mayEnd: words('etc a.c d.c ss ff'),
    seldomEnd: words('UU HH OO AA s.a s.l s.r.l c.v cía mill mdd mín máx seg hab ed a.m p.m u.e ee.uu'),
    beforeNumber: words(`
      p pp pág págs vol t art arts fig tab nº ene feb mar abr may jun jul ago sept sep oct nov dic`),
  },
  months: words(
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
  ),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    a además ahora ahí al algo alguien algunos algunas allí ante anteriormente antes apenas aquel aquella aquí así aun aún
    aunque ayer bajo bien cada casi como cómo con contra cual cuando cuándo cuánto cuatro de debido del dentro desde después
    detrás dice dicho dijo donde dónde dos durante e el él ella ellas ello ellos en entonces entre era es esa esas ese eso
    esos esta está estas este esto estos están etc finalmente fue fuera gracias ha había hace hacia han hasta hay hoy
    igual incluso la las le les lo los luego más mas me mediante mejor menos mi mientras mis mucho muchos muy nada nadie ni
    ningún ninguna no nos nosotros nuestra nuestro nunca o otra otras otro otros para pero poco por porque posteriormente
    primero pronto pues puede que qué quien quién quizá quizás se según ser será si sí siempre sin sino sobre solo sólo son
    su sus tal también tampoco tan tanto te tiene toda todas todavía todo todos tras tres tú tu un una uno unas unos usted
    van varios ya yo y`),
  quotes: ['«»', '“”', '‘’'],
  dialogueDash: true,
  links: [
    'lee también',
    'lea también',
    'leer más',
    'lea más',
    'ver también',
    'te puede interesar',
    'le puede interesar',
    'más información',
  ],
  signOffs: ['fuente', 'fuentes', 'foto', 'fotos', 'fotografía', 'autor', 'autora', 'traducción', 'imagen'],
  furniture: ['publicidad', 'compartir', 'imprimir', 'comentarios', 'página #', 'página # de #'],
};
