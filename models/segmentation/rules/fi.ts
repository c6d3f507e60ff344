import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Finnish. */
export const fi: SegmentationRules = {
  language: 'fi',
  abbreviations: {
    never: words(`
      tri prof toht maist fil.toht hra rva nti ent esim mm ts t.s ns n.s ko em ed puh n nro vrt ks vs kenr
      ev maj kapt pyh toim suom engl`),
    mayEnd: words('jne yms ym tms jms eaa ekr jkr etc'),
    seldomEnd: words('mrd milj tuh klo min sek vm kpl oy ab ky ay st synt k'),
    beforeNumber: words(
      's ss luku kuva taul art v vol kohta tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk',
    ),
  },
  months: words(`
    tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu`),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    aiemmin aikaisemmin aina alun asia ehkä ei eilen eivät eli ellei en enemmän ennen ensin ensimmäinen entinen eräs esimerkiksi
    että haluan he heidän hän häneltä hänelle hänen häntä ihan ihmiset ilman itse ja jo jokainen joka joko jolloin jonka jopa
    jos joskus jossa jotka jota joten jälkeen kaikki kaksi kanssa kertoi keskellä keskiviikkona kenen ken kohta koska koko
    kolme kukaan kuka kuin kuinka kuitenkin kun kyllä kyse lauantaina lisäksi lopulta luulen lähes maanantaina me meidän
    meillä melkein mielestäni mies miksi mikä mikäli millainen milloin minulla minun minä miten molemmat monet moni muita
    mukaan mutta muu muuten muun myös myöhemmin ne neljä niiden niin niinpä nyt näin nämä ohjelma olemme olen oli olivat on onko
    onneksi osa ovat paitsi paljon perjantaina poliisi puolestaan sama samaan samalla sama sanoi sanon se sekä sen siellä
    siis siihen siinä siitä siksi sillä sille silti sinä sitä sitten sunnuntaina suomen sijaan suurin syynä sellainen
    taas tai tapaus te tiistaina todella toinen toisaalta toki torstaina tuolloin tuo tulee tällä tämä tämän tänä tänään tässä
    tästä täytyy usein vaan vaikka vain vaikka valitettavasti varsinkin vasta vielä viime vuonna vuoden vuosi voi yhä
    yksi yleensä ymmärrän`),
  quotes: ['””', '»»', '’’'],
  dialogueDash: true,
  links: ['lue myös', 'lue lisää', 'katso myös', 'lue juttu'],
  signOffs: ['lähde', 'lähteet', 'kuva', 'kuvat', 'teksti', 'käännös', 'valokuva'],
  furniture: ['mainos', 'jaa', 'jaa artikkeli', 'tulosta', 'kommentit', 'sivu #', 'sivu # / #'],
};
