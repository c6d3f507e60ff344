import { approvedText, addDraft, earlierDraft, MEMORY, type Draft } from '../../data/store/drafts.ts';
import { forgiveJob, job as jobRow, type JobRow } from '../../data/store/jobs.ts';
import { sourceKey } from '../../data/store/source-key.ts';
import { unit, type Unit } from '../../data/store/units.ts';
import { confidence } from '../../models/quality/confidence.ts';
import type { Translation } from '../../models/translation/translator.ts';
import { now, type Workbench } from './handlers.ts';
import type { JobSentence, Portion } from './job-work.ts';

/**
 * What the library knows of a sentence without asking a model: what an editor has approved for it, or else what the same
 * model made of it before. A job that translates again asks for neither.
 */
export function knownDraft(
  { store }: Workbench,
  { again }: Pick<JobRow, 'again'>,
  { model, language }: Portion,
  { source }: JobSentence,
): Draft | undefined {
  if (again) return undefined;
  const sentence = { key: sourceKey(source), language };
  const text = approvedText(store, sentence);
  if (text !== undefined) return { model: MEMORY, language, text, meanLogProb: null, minLogProb: null };
  return earlierDraft(store, sentence, model.id, model.version);
}

/** What the engine delivered, as it is kept, with what speaks against it; undefined where the model said nothing: then the sentence stays as it is. */
export function draftOf(
  { model, language }: Portion,
  { source }: JobSentence,
  { text, meanLogProb, minLogProb, tokens, stop }: Translation,
): Draft | undefined {
  if (text.trim() === '') return undefined;
  const told = { meanLogProb, minLogProb, tokens, stop };
  const languages = { source: language, target: model.target };
  return {
    model: model.id,
    version: model.version,
    language,
    text,
    ...told,
    confidence: confidence({ source, target: text, languages, ...told }),
  };
}

/**
 * Stores drafts, each for every unit of its sentence, in one transaction.
 * @returns the units that changed; null when the job is no longer running, because another process has ended or paused it
 */
export function storeDrafts(
  { store }: Workbench,
  job: JobRow,
  drafts: readonly (readonly [JobSentence, Draft])[],
): Unit[] | null {
  return store.transaction(() => {
    if (jobRow(store, job.id)?.state !== 'running') return null;
    forgiveJob(store, job.id);
    return drafts.flatMap(([{ units }, draft]) =>
      units.flatMap((id) => {
        // The article may have been cut anew meanwhile: then this sentence is no more.
        if (!unit(store, id)) return [];
        addDraft(store, id, { ...draft, job: job.id }, now(), { renews: job.again === 1 });
        return unit(store, id) ?? [];
      }),
    );
  });
}
