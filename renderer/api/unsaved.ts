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
  put(new Map([...keptUnsaved(), ...texts].map((text) => [keyOf(text), text])));
}

const keyOf = ({ unit, source }: Unsaved) => `${unit} ${source}`;

function put(kept: ReadonlyMap<string, Unsaved>): void {
  if (kept.size === 0) forgetUnsaved();
  else sessionStorage.setItem(KEY, JSON.stringify([...kept.values()]));
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
  const saved = new Set<string>();
  for (const kept of keptUnsaved()) if (await save(kept)) saved.add(keyOf(kept));
  // Asked anew: a text may have lost its place meanwhile.
  const homeless = keptUnsaved().filter((kept) => !saved.has(keyOf(kept)));
  put(new Map(homeless.map((text) => [keyOf(text), text])));
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
