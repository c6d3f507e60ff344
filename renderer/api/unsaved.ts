import type { Unit } from '../../electron/contract.ts';
import { call } from './client.ts';

/** A text that the store has not acknowledged, and the unit that it belongs to. */
export interface Unsaved {
  article: number;
  unit: number;
  source: string;
  text: string;
}

const KEY = 'bitext.unsaved';

/** Keeps texts in this tab over a reload, beside those that are kept there already. */
export function keepUnsaved(texts: readonly Unsaved[]): void {
  const newest = new Map([...keptUnsaved(), ...texts].map((text) => [`${text.unit} ${text.source}`, text]));
  if (newest.size === 0) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify([...newest.values()]));
}

export const keptUnsaved = (): Unsaved[] => JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Unsaved[];

export const forgetUnsaved = (): void => sessionStorage.removeItem(KEY);

/**
 * Saves what an earlier page kept, each text where it belongs. Another launch may show another library: only a unit
 * with the same original takes it.
 *
 * @returns the texts that have no place any more; they stay kept
 */
export async function saveKept(): Promise<Unsaved[]> {
  const homeless: Unsaved[] = [];
  for (const kept of keptUnsaved()) if (!(await save(kept))) homeless.push(kept);
  forgetUnsaved();
  keepUnsaved(homeless);
  return homeless;
}

async function save({ article, unit, source, text }: Unsaved): Promise<boolean> {
  try {
    const { units } = await call('review.open', { article });
    if (!units.some((now: Unit) => now.id === unit && now.source === source)) return false;
    await call('review.save', { unit, target: text, visit: crypto.randomUUID() });
    return true;
  } catch {
    return false;
  }
}
