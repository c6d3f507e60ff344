import type { Download, EventPayload } from '../../electron/contract.ts';

/** What is worth saying when downloads changed: that one arrived, or failed; not how far each of them is. */
export function downloadNews(
  before: readonly Download[],
  { downloads, isListChanged }: EventPayload<'models.changed'>,
): string[] {
  const now = new Map(downloads.map((download) => [download.model, download]));
  return before.flatMap(({ model, name, state }) => {
    const after = now.get(model);
    // Cancelled ones go too, but leave the list of models as it was.
    if (!after)
      return isListChanged && state !== 'failed' && state !== 'stopped' ? [`${name} is installed`] : [];
    return after.state === 'failed' && state !== 'failed' ? [`${name} was not installed`] : [];
  });
}
