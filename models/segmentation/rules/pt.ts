import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Portuguese. */
export const pt: SegmentationRules = {
  language: 'pt',
  abbreviations: {
    never: words(`
      sr sra srs sras srta dr dra drs prof profa profª eng enga arq gen cel cap ten sgt maj cmte mons exmo
      exma ilmo ilma st sta sto av pça pc trav lgo p.ex ex i.e cf cfr aprox núm nro tel telef depto dep vs
      ingl`),
    mayEnd: words('é etc a.c d.c ss segs'),
    seldomEnd: words('s.a ltda cia mi bi min seg hab ed e.u.a p.m a.m'),
    beforeNumber: words(`
      p pp pág págs vol t art arts fig tab n nº jan fev mar abr mai jun jul ago set out nov dez`),
  },
  months: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    a à acima actualmente afinal agora ainda além algo alguém algumas alguns ali antes ao aos apenas apesar após aquela
    aquele aqui as às assim até atualmente através bem cada cerca com como contra contudo conforme da daí das de dentro
    depois desde dessa desse desta deste deve devido do dois dos durante e é ela elas ele eles em embora enquanto então
    entre entretanto era essa essas esse esses esta está estas este estes eu foi foram há hoje igualmente isso isto já
    junto lá lhe logo mais mas me mediante menos mesmo meu minha muitas muito muitos na nada não nas naquele nem nenhum
    nessa nesse nesta neste ninguém no nós nos nossa nosso nunca o onde ontem os ou outra outras outro outros para pela
    pelas pelo pelos perante pois por porém porque portanto pouco primeiro qual qualquer quando quanto quase quatro que
    quem se segundo sem sempre sendo ser será seu seus sim só sob sobre somente sua suas também tal talvez tanto tão tem
    toda todas todo todos todavia três trata tudo um uma umas uns vários você vocês`),
  quotes: ['«»', '“”', '‘’'],
  dialogueDash: true,
  links: [
    'leia também',
    'leia mais',
    'leia ainda',
    'ler mais',
    'ver também',
    'veja também',
    'veja mais',
    'saiba mais',
  ],
  signOffs: ['fonte', 'fontes', 'foto', 'fotos', 'fotografia', 'autor', 'autora', 'tradução', 'imagem'],
  furniture: [
    'publicidade',
    'partilhar',
    'compartilhar',
    'imprimir',
    'comentários',
    'página #',
    'página # de #',
  ],
};
