import type { Cluster } from '../cluster.ts';

/** Galician: much of Portuguese in a spelling near to Spanish, with `x` for `j` and `unha`, `coa`, `polo`, `-ción`, `-ións`. */
export const iberian: Cluster = {
  script: 'Latn',
  members: ['gl', 'pt', 'es'],
  borrowed: [{ language: 'gl', from: ['pt', 'es'], rarity: 2 }],
  marks: [
    {
      in: 'gl',
      weight: 2.5,
      forms: `unha unhas polo polos coa cos coas moi moito moita moitos moitas xa xente hoxe onte mañá tamén ata
        aínda dúas teñen dixo súa súas xunto máis mellor concello ningunha algunha algunhas ónde dende deica agás
        alén despois estivo houbo puido fixo fixeron xunta galego galega galicia`,
    },
    { in: 'gl', weight: 1.2, forms: '*cións *sións *xe *xes' },
    {
      in: 'gl pt',
      weight: 1.5,
      forms: `o os as do da dos das no na nos nas e em ao aos à á ás ela eles seu seus foi ser ten`,
    },
    { in: 'gl es', weight: 1.5, forms: 'un non con ante *ción *ll* *ñ* *dad' },
    {
      in: 'pt',
      weight: 2.5,
      forms: `não uma umas com também já hoje ontem muito muita muitos muitas até pelo pela pelos pelas são sua suas
        você depois dois duas mais em num numa quando melhor agora ainda nem foram está estão isso isto houve ele
        eles`,
    },
    { in: 'pt', weight: 1.5, forms: '*ção *ções *são *sões *ão *ões *lh* *nh* *agem *ç*' },
    {
      in: 'es',
      weight: 2.5,
      forms: `el los las una y en del al es más también ya hoy ayer muy hasta después pero su sus lo le por la dijo
        años fue desde donde dos hay han mejor ellos usted nuestro estos ese esa sin sobre nuevo`,
    },
    { in: 'es', weight: 1, forms: '*ciones *dades *uev* *uest*' },
  ],
};
