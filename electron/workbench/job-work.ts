import type { InstalledModel } from '../../models/translation/installed.ts';
import { countWords } from '../../models/text.ts';
import type { Unit } from '../../data/store/units.ts';
import type { JobPlan } from './job-plan.ts';

/** One sentence, for all units of the job in which it stands. */
export interface JobSentence {
  source: string;
  words: number;
  /** Ids, in order. */
  units: number[];
  /** Their positions in the article, in order. */
  positions: number[];
}

/** Sentences that go to the engine together. */
export interface Portion {
  model: InstalledModel;
  /** Of the sentences, BCP 47. */
  language: string;
  sentences: JobSentence[];
}

interface Part extends Portion {
  /** Those that neither are done nor at the engine. */
  waiting: Set<JobSentence>;
}

/** The first portion of a place that has just come into sight: soon there, and soon given up for another. */
const FIRST = 8;
/** Five batches: enough for the engine to find sentences of one length, and to find out how it is fastest on this machine. */
const MOST = 80;

/**
 * What is left of a job: the sentences that still want a translation, each once. They are handed out in small portions,
 * so that every portion can begin where the editor is looking.
 */
export class JobWork {
  /** What cannot be translated, for the editor; null when everything can. */
  readonly obstacle: string | null;
  readonly #parts: Part[];
  #left: number;
  #limit = 2 * FIRST;
  /** The part that the last portion came from. To change the part is to load another model. */
  #current: Part | undefined;

  constructor({ parts, obstacle }: JobPlan) {
    this.obstacle = obstacle;
    this.#parts = parts.map(({ model, language, units }) => {
      const sentences = distinct(units);
      return { model, language, sentences, waiting: new Set(sentences) };
    });
    this.#left = parts.reduce((sum, { units }) => sum + units.length, 0);
  }

  /** Units that have not come to their turn. */
  get left(): number {
    return this.#left;
  }

  /** Words that wait; those at the engine are not among them. */
  get waitingWords(): number {
    return this.#parts.reduce((sum, { waiting }) => sum + wordsOf(waiting), 0);
  }

  get isEmpty(): boolean {
    return this.#parts.every(({ waiting }) => waiting.size === 0);
  }

  /** The editor has turned to another place: what is there comes first, and in a small portion. */
  turn(): void {
    this.#limit = FIRST;
    this.#current = undefined;
  }

  /**
   * Hands out the next sentences, of one model and language.
   * @param from where the editor looks: sentences at this position or after it come first, then those before
   * @param isElsewhere says of a sentence that another job has it at the engine: its translation is waited for
   * @returns null when nothing can be handed out now
   */
  take(
    from: number,
    isElsewhere: (portion: Omit<Portion, 'sentences'>, source: string) => boolean,
  ): Portion | null {
    const free = (part: Part) =>
      [...part.waiting].filter(({ source }) => !isElsewhere(part, source)).toSorted(byNearness(from));
    const candidates = this.#parts
      .map((part) => ({ part, sentences: free(part) }))
      .filter(({ sentences }) => sentences.length > 0);
    const chosen =
      candidates.find(({ part }) => part === this.#current) ??
      candidates.toSorted((a, b) =>
        byNearness(from)(a.sentences[0] as JobSentence, b.sentences[0] as JobSentence),
      )[0];
    if (!chosen) return null;
    const { part } = chosen;
    const sentences = chosen.sentences.slice(0, this.#limit);
    for (const sentence of sentences) part.waiting.delete(sentence);
    this.#current = part;
    this.#limit = Math.min(MOST, 2 * this.#limit);
    return { model: part.model, language: part.language, sentences };
  }

  /** Takes back what was handed out and not translated. */
  putBack(sentences: Iterable<JobSentence>): void {
    for (const sentence of sentences)
      this.#parts.find((part) => part.sentences.includes(sentence))?.waiting.add(sentence);
  }

  /** Counts a sentence as done, also where the model had nothing to say. */
  done({ units }: JobSentence): void {
    this.#left -= units.length;
  }

  /** Whether a sentence that stands at this position or after it waits, and no such one before it is at the engine already. */
  isWanted(from: number, atEngine: Iterable<JobSentence>): boolean {
    const nearest = (sentences: Iterable<JobSentence>) =>
      Math.min(...[...sentences].map((sentence) => distance(sentence, from)));
    return Math.min(...this.#parts.map(({ waiting }) => nearest(waiting))) < nearest(atEngine);
  }
}

/** Every sentence once; units with the same source share it. */
function distinct(units: readonly Unit[]): JobSentence[] {
  return [...Map.groupBy(units, ({ source }) => source)].map(([source, same]) => ({
    source,
    words: countWords(source),
    units: same.map(({ id }) => id),
    positions: same.map(({ position }) => position),
  }));
}

export const wordsOf = (sentences: Iterable<JobSentence>): number => {
  let sum = 0;
  for (const { words } of sentences) sum += words;
  return sum;
};

/** How soon a reader who begins at `from` and starts again at the top comes by; positions are far fewer than `FAR`. */
const distance = ({ positions }: JobSentence, from: number): number =>
  positions.find((position) => position >= from) ?? FAR + (positions[0] ?? 0);

const FAR = 1e9;

const byNearness = (from: number) => (a: JobSentence, b: JobSentence) =>
  distance(a, from) - distance(b, from);
