import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Norwegian Bokmål. */
export const nb: SegmentationRules = {
  language: 'nb',
  abbreviations: {
    never: words(`
      dr prof em cand mag lic stud jur psychol hr frk adm kapt oblt f.eks bl.a ca cirka dvs d.v.s jf jfr cf
      kap nr tlf tel evt inkl ekskl ang pga p.g.a mht m.h.t iht i.h.t ifm i.f.m vedr ifb vha v.h.a utg bd
      overs ill opr s.k såk kgl fhv tidl nåv forts ref anm avd
      iflg pr`),
    mayEnd: words('i osv o.s.v etc m.v mv m.m mm m.fl mfl o.l ol o.a e.l el.l e.kr f.kr flg ff å'),
    seldomEnd: words('st dir gen lt maj eks mill mrd kr pst gj'),
    beforeNumber: words('s sp pkt par art kl jan feb mar apr jun jul aug sep sept okt nov des str'),
  },
  months: words('januar februar mars april mai juni juli august september oktober november desember'),
  compounds: words('gt vn nr'),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    alle allerede alt andre at av bare begge både da de deg den denne der dermed dersom deres det dette disse du dette
    eller en ei et enda ett etter f flere for foran fordi forrige fra fram før først følgende gjennom ha ham han hans har
    henne hennes her hun hva hvem hver hvilke hvis hvor hvordan hvorfor i ifølge igjen ikke ingen ingenting inne ja jeg
    jo kan kanskje kun likevel man mange med meg mellom men mens mest min mitt mot mye må naturligvis nei neste noe noen
    nok nå når og også om opp oss over på resten samtidig se selv selvsagt senere seg ser sett si siden sin sist
    slik snart som så samt sammen til tidligere tross under uten utenfor var vår våre ved vi videre vil visste
    to tre ytterligere dessuten derfor derimot dessverre deretter den ellers er imidlertid
    i nylig fortsatt`),
  quotes: ['«»', '„“', '“”', '‘’'],
  dialogueDash: true,
  links: ['les også', 'les mer', 'les saken', 'les artikkelen', 'se også', 'les hele saken'],
  signOffs: ['kilde', 'kilder', 'foto', 'tekst', 'fotograf', 'oversettelse'],
  furniture: ['annonse', 'del', 'del artikkelen', 'skriv ut', 'kommentarer', 'side #', 'side # av #'],
};
