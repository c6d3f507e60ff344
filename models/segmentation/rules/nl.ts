import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Dutch. */
export const nl: SegmentationRules = {
  language: 'nl',
  abbreviations: {
    never: words(`
      dr drs ir ing mr prof ds mgr dhr mevr mej mw hr gen kol lt maj st ste bijv b.v bv.b bvb m.a.w d.w.z
      i.p.v i.v.m o.a o.m m.b.t m.b.v t.a.v t.b.v t.g.v t.o.v t.n.v z.g zgn z.s.m resp ca incl excl evt nl
      nr nrs tel blz bldz art hfdst vgl cf jl ned geb gest voorz vs`),
    mayEnd: words('u enz enzv etc e.d e.a e.v ed v.chr n.chr o.i.d a.u.b s.v.p'),
    seldomEnd: words('jr sr n.v v.o.f mld mln min sec ltd u.s a.s'),
    beforeNumber: words('p pag deel dl afl fig tab vol jan feb mrt apr jun jul aug sept sep okt nov dec'),
  },
  months: words('januari februari maart april mei juni juli augustus september oktober november december'),
  compounds: words('str nr ln'),
  ordinals: { arabic: false, roman: false },
  starters: words(`
    aan ach achter al alle alleen allemaal alles als altijd ander andere anders ben bij bijna binnen bovendien boven buiten
    daar daarbij daardoor daarentegen daarin daarmee daarna daarnaast daarom daarop daarvoor dan dankzij dat de denk deze
    dezelfde die dit doch door dus duidelijk echter een eén één eens eerst eerder elk elke en enkele er ergens even eveneens
    gedurende geen geleden goed haar had heeft heel hen het hetzelfde hier hierdoor hij hoe hoewel hun ieder iedereen
    iemand iets ik immers in inmiddels intussen is ja jaren je jij jouw juist jullie kan kijk kortom kunnen laat later
    maar maandag meer met meestal men mensen met mijn mijns misschien moet na naar naast nadat natuurlijk nee net niemand
    niet niets nieuwe nog nooit nu of ofwel om omdat ondanks onder ondertussen onlangs ons ook op opnieuw over overigens
    per pas sinds slechts sommige soms steeds tegelijkertijd tegen ten terwijl tijdens toch toen tot tussen twee uit
    uiteindelijk uiteraard vaak van vandaag vanaf vanmorgen vanwege veel verder volgens voor vooral voordat vorig vorige
    vroeger waar waarom wanneer want waren was wat we wel welke werd wie wij wil worden wordt ze zeker zelf zelfs zie zij
    zijn zo zoals zodat zodra zonder zou zowel zulke`),
  quotes: ['“”', '‘’', '„”', '‚’', '«»'],
  dialogueDash: true,
  links: ['lees ook', 'lees meer', 'lees verder', 'zie ook', 'lees hier', 'bekijk ook'],
  signOffs: ['bron', 'bronnen', 'foto', "foto's", 'foto’s', 'beeld', 'auteur', 'vertaling'],
  furniture: [
    'advertentie',
    'deel',
    'delen',
    'deel dit artikel',
    'printen',
    'reacties',
    'pagina #',
    'pagina # van #',
  ],
};
