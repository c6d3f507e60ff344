import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Swedish. */
export const sv: SegmentationRules = {
  language: 'sv',
  abbreviations: {
    never: words(`
      dr prof kand lic jur hr frk adm kapt t.ex tex bl.a d.v.s dvs ca cirka jfr jf nr tel tfn ev inkl exkl
      ang p.g.a pga m.a.o m.h.t fr.o.m t.o.m f.n s.k sk t.v i.o.m resp dir utg bd övers red kgl forts ref
      anm avd sid urspr ungef f.d ds`),
    mayEnd: words(`
      i etc osv o.s.v m.m mm m.fl mfl o.d od o.dyl e.d el.dyl dyl f.kr e.kr ff f.v.b ö å`),
    seldomEnd: words('st gen lt maj milj mn mdr mkr tkr kr'),
    beforeNumber: words('s kl art fig tab jan feb mar apr jun jul aug sep sept okt nov dec vol mom kap'),
  },
  months: words('januari februari mars april maj juni juli augusti september oktober november december'),
  compounds: words('nr'),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    alla allt andra att av bara bland både båda då de dem den denna dess dessa dessutom det detta där därefter därför
    därmed dock du efter efteråt eftersom en enda endast enligt er ett flera flest för förra först fortfarande från
    genom ha han hans har hela hennes henne hit hon här hur huruvida hos i ibland idag igår ifall inför ingen inget innan
    inom inte istället ja jag ju kan kanske kommer kring kvar lika likaså man medan med mellan men mer mest min mitt mot
    mycket måste många nej ni nu någon några något när nästa nog och också om oss på redan samma samtidigt sedan sen se
    senare sin sist sista själv ska snart som så således tack tills till tidigare tre trots två under upp ur utan utanför
    utöver vad var varför varje vem vi via vid vidare vilka vilken vill vår våra än ändå även år åtta över`),
  quotes: ['””', '»»', '’’'],
  dialogueDash: true,
  links: ['läs också', 'läs även', 'läs mer', 'se även', 'se också'],
  signOffs: ['källa', 'källor', 'foto', 'text', 'fotograf', 'bild', 'översättning'],
  furniture: ['annons', 'dela', 'dela artikeln', 'skriv ut', 'kommentarer', 'sida #', 'sida # av #'],
};
