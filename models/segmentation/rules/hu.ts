import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Hungarian. */
export const hu: SegmentationRules = {
  language: 'hu',
  abbreviations: {
    never: words(`
      dr prof ifj id özv szt gr br tbk vez ezr őrn alez szds fhdgy hdgy pl ún u.n vö lsd kb cca
      tel fax ker fszt ford szerk főszerk lat ném ang gör u krt`),
    mayEnd: words('stb s.t.b sk s.k u.n.a i.e i.sz i.u kr.e kr.u ő'),
    seldomEnd: words(`
      kft bt rt zrt nyrt kht m mrd ft min mp mell max old okt jan feb szept nov dec márc ápr jún júl aug
      st szül`),
    beforeNumber: words('o p sz évf köt vol ábra tábl'),
  },
  months: words(`
    január február március április május június július augusztus szeptember október november december`),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    a addig ahhoz ahogy ahogyan ahol aki akik akkor ám ámde amely amelyek ami amíg amikor annak arra arról aztán az azaz azért
    azok azonban azóta azt azután bár bárcsak be belőle benne csak csupán de egész egy egyébként egyes egyik egyre ehhez
    éppen ekkor el elég előbb először előtt emiatt emellett én ennek eredetileg erre erről és ez ezek ezen ezért ezt ezután
    ezzel fel ha habár hanem hát hasonló hiszen hogy hogyan hol holnap hová igaz így igen illetve ilyen immár is ismét itt
    jelenleg jó kérem kérdés késobb később kettő ki kik két közben közel között legalább lehet lesz ma magyarán már majd
    mások másik mást meg még megint mellett mely mert mert mi mialatt miatt míg miért mikor milyen mind minden mindenki
    mindez mindig mint mintha minthogy miközben mit mivel most n na nagyon ne nehéz nekem neki nem nemcsak nemrég néha nélkül
    nincs nos olyan onnan oda ott ö ő ők öt pedig persze rá s saját se sem semmi senki sok sokan soha számos szerint szinte
    tavaly te tegnap teljesen tehát természetesen ti továbbá több többek többen tudom túl ugyan ugyanakkor ugyanis úgy új
    újra utána utoljára vagy vagyis vajon valaki valamint valami van végül vele viszont vissza volt voltak`),
  quotes: ['„”', '»«', '’’', '“”'],
  dialogueDash: true,
  links: ['olvassa el', 'olvasd el', 'lásd még', 'kapcsolódó', 'olvass tovább', 'bővebben'],
  signOffs: ['forrás', 'források', 'fotó', 'fotók', 'kép', 'szerző', 'fordítás', 'fordította'],
  furniture: ['hirdetés', 'megosztás', 'nyomtatás', 'hozzászólások', 'oldal #', '# oldal'],
};
