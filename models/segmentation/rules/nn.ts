import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Norwegian Nynorsk. */
export const nn: SegmentationRules = {
  language: 'nn',
  abbreviations: {
    never: words(`
      dr prof em cand mag lic stud jur psychol hr frk adm kapt oblt t.d f.eks bl.a m.a ca cirka dvs d.v.s jf
      jfr cf kap nr tlf tel evt inkl ekskl ang pga p.g.a mht m.o.t i.h.t vedr utg bd overs ill s.k såk kgl
      fhv tidl forts ref anm avd iflg pr`),
    mayEnd: words(`
      i osb osv o.s.v etc m.v mv m.m mm m.fl mfl o.l ol o.a e.l el.l e.kr f.kr flg ff å`),
    seldomEnd: words('st dir gen lt maj eks mill mrd kr pst gj'),
    beforeNumber: words('s sp pkt par art kl jan feb mar apr jun jul aug sep sept okt des str'),
  },
  months: words('januar februar mars april mai juni juli august september oktober november desember'),
  compounds: words('gt vn nr'),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    alle allereie alt andre at av bare begge både da dei deg den denne der dermed dersom dessutan dessverre det dette du
    då eg ein ei eit elles eller enda enn er etter fleire for fordi forrige før først framleis fram frå gjennom han har hans
    ho hennar her heile i ifølgje igjen ikkje imidlertid ingen ja kan kanskje kva kvar kven kvifor korleis kvart likevel
    man mange med medan meir mellom men mest min mi mitt mot mykje må nei neste no noko nokon når nyleg og også om opp oss
    over på samstundes saman same seinare sidan sjå sjølv sin siste skal slik snart som so så til tidlegare trass under
    uti utan utanfor var vart ved vi vidare vil vår våre åra to tre`),
  quotes: ['«»', '„“', '“”', '‘’'],
  dialogueDash: true,
  links: ['les også', 'les meir', 'les saka', 'les artikkelen', 'sjå også', 'les heile saka'],
  signOffs: ['kjelde', 'kjelder', 'foto', 'tekst', 'fotograf', 'omsetjing'],
  furniture: ['annonse', 'del', 'del artikkelen', 'skriv ut', 'kommentarar', 'side #', 'side # av #'],
};
