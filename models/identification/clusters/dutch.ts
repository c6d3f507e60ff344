import type { Cluster } from '../cluster.ts';

/** Afrikaans has lost the endings of Dutch verbs, writes `y` for `ij` and `sk` for `sch`, and negates twice (`nie … nie`). */
export const dutch: Cluster = {
  script: 'Latn',
  members: ['nl', 'af'],
  borrowed: [{ language: 'af', from: ['nl'], rarity: 1.5 }],
  marks: [
    {
      in: 'af',
      weight: 2.5,
      forms: `nie vir sy hy hulle baie sê ná nuwe my jy julle hierdie daardie word wees deur oor mense by tyd lewe
        teen sodat s'n 'n regering suid afrika gister vandag`,
    },
    { in: 'af', weight: 1.2, forms: '*lik *like *y* sk* *eer *asie *sie' },
    {
      in: 'nl',
      weight: 2.5,
      forms: `een niet voor zijn zij hij deze hebben heeft worden wordt naar door werd werden bij nieuwe veel zich
        over moeten kunnen zei zegt heb ze mensen tijd jaren onder tegen gisteren hun zoals zou zouden waren wij mijn`,
    },
    { in: 'nl', weight: 1.2, forms: '*ij* *lijk *lijke z* *sch* *tie' },
  ],
};
