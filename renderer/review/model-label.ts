import { MEMORY, type Article, type Model, type Unit } from '../../electron/contract.ts';

/**
 * Who made the English text, as the top bar names it.
 * The newest drafts tell; before there are any, the model that would make them; null when there is nothing to name.
 */
export function modelLabel(
  { readiness, origin }: Pick<Article, 'readiness' | 'origin'>,
  units: readonly Pick<Unit, 'draft' | 'target' | 'language'>[],
  installed: readonly Pick<Model, 'id' | 'name'>[],
): string | null {
  const drafted = units.find(({ draft }) => draft && draft.model !== MEMORY)?.draft?.model;
  const model = drafted ?? (readiness.status === 'ready' ? readiness.model : undefined);
  if (drafted === undefined && units.some(({ target, language }) => target !== '' && language === null)) {
    return origin === 'sample' ? 'Reference translation' : 'Human translation';
  }
  return model === undefined ? null : (installed.find(({ id }) => id === model)?.name ?? model);
}
