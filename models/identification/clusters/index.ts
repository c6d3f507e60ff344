import type { Cluster } from '../cluster.ts';
import { dutch } from './dutch.ts';
import { iberian } from './iberian.ts';
import { malay } from './malay.ts';
import { scandinavian } from './scandinavian.ts';
import { cyrillic } from './cyrillic.ts';
import { southSlavicLatin } from './south-slavic-latin.ts';

export const clusters: readonly Cluster[] = [scandinavian, cyrillic, southSlavicLatin, iberian, dutch, malay];
