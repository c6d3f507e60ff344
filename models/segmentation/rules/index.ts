import { bg } from './bg.ts';
import { bs } from './bs.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { et } from './et.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { generic } from './generic.ts';
import { hi } from './hi.ts';
import { hr } from './hr.ts';
import { hu } from './hu.ts';
import { hy } from './hy.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { lt } from './lt.ts';
import { lv } from './lv.ts';
import { mk } from './mk.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { nn } from './nn.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sk } from './sk.ts';
import { sl } from './sl.ts';
import { sq } from './sq.ts';
import { sr, srLatn } from './sr.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { SegmentationRules } from './types.ts';

/** Every language with rules of its own. A new one is a file beside these and its name here. */
export const allRules: readonly SegmentationRules[] = [
  bg,
  bs,
  cs,
  da,
  de,
  el,
  en,
  es,
  et,
  fi,
  fr,
  hi,
  hr,
  hu,
  hy,
  it,
  ja,
  lt,
  lv,
  mk,
  nb,
  nl,
  nn,
  pl,
  pt,
  ro,
  ru,
  sk,
  sl,
  sq,
  sr,
  srLatn,
  sv,
  tr,
  uk,
];

const byTag = new Map(allRules.map((rules) => [rules.language, rules]));

/** The rules for a language, the general ones where it has none. */
export const rulesFor = (tag: string): SegmentationRules => byTag.get(tag) ?? generic;
