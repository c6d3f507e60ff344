import type { Owner } from '../../models/installation/claim.ts';
import { isAlive, thisProcess } from '../process-name.ts';

/** This process, as it claims a model that it installs. */
export const thisOwner: Owner = { name: thisProcess, isAlive };
