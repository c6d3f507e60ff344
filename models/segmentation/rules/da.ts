import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Danish. */
export const da: SegmentationRules = {
  language: 'da',
  abbreviations: {
    never: words(`
      dr prof cand mag lic stud jur hr frk adm kapt f.eks fx bl.a ca cirka dvs d.v.s jf jfr jvf cf kap nr
      tlf tel evt inkl ekskl eksl ang vedr pga p.g.a mht m.h.t ift i.f.t iht i.h.t ifm i.f.m vha v.h.a udg
      bd overs red s.k såk kgl fhv tidl nuv forts ref anm afd sml hhv gl skt sct pr alm opr`),
    mayEnd: words(`
      i osv o.s.v etc mv m.v mm m.m m.fl mfl o.l ol o.lign lign o.a e.l el.l e.kr f.kr flg ff ø å`),
    seldomEnd: words('st dir gen lt maj mio mia mill kr pct gns gnsn a.s'),
    beforeNumber: words(`
      s sp pkt par art kl stk tab fig jan feb mar apr jun jul aug sep sept okt nov dec str vol`),
  },
  months: words('januar februar marts april maj juni juli august september oktober november december'),
  compounds: words('nr'),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    alle allerede alligevel alt altså andre at af bare begge blandt både da de dem den denne der derefter derfor derimod
    dermed deres derudover desuden desværre det dette disse dog du efter efterfølgende eller ellers en end endelig endnu
    endvidere er et flere for foran fordi forrige fra frem først før gennem ham han hans har hele hende hendes her
    herefter hun hvad hver hvilke hvis hvor hvordan hvorfor hvornår i ifølge igen ikke ind ingen intet ja jeg jo kan
    kun lige man mange med meget mellem men mens mest min mit mod må ni når nej nogle noget nok nu nær næste og også om
    omkring op os over på samme sammen samtidig se selv selvfølgelig selvom senere senest ser siden sidst sidste snart som
    så således tidligere til tre to trods under uden ud var ved vi videre vil vor vores være måske`),
  quotes: ['»«', '›‹', '„“', '””', '“”'],
  dialogueDash: true,
  links: ['læs også', 'læs mere', 'læs hele', 'se også', 'læs artiklen'],
  signOffs: ['kilde', 'kilder', 'foto', 'tekst', 'fotograf', 'oversættelse'],
  furniture: ['annonce', 'del', 'del artiklen', 'print', 'kommentarer', 'side #', 'side # af #'],
};
