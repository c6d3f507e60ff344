/** What waits for the engine, in its order. */
interface Entry {
  article: number;
  /** Not before this time (ms since 1970); null: at once. */
  notBefore: number | null;
}

/** Where an editor looks: an article, and the position of the first of its units on the screen. */
export interface Place {
  article: number;
  position: number;
}

/**
 * The jobs that this process has taken on, and which of them comes next: that of the article on the screen, then the others
 * in the order in which they were asked for. Those that wait for another attempt let the others pass.
 */
export class JobQueue {
  readonly #entries = new Map<number, Entry>();
  #visible: Place | null = null;

  /** Adds a job, or lets one that waits for another attempt go on at once. */
  add(job: number, article: number): void {
    this.#entries.set(job, { article, notBefore: null });
  }

  /** Lets a job wait for another attempt, which is due then (ms since 1970). */
  waitUntil(job: number, notBefore: number): void {
    const entry = this.#entries.get(job);
    if (entry) entry.notBefore = notBefore;
  }

  remove(job: number): void {
    this.#entries.delete(job);
  }

  has(job: number): boolean {
    return this.#entries.has(job);
  }

  /** The article's job, if it has one here. */
  jobOf(article: number): number | undefined {
    return [...this.#entries].find(([, entry]) => entry.article === article)?.[0];
  }

  /** Of several windows the one that spoke last is the one that is looked at. */
  show(place: Place): void {
    this.#visible = place;
  }

  /** The position from which an article is read just now, or null when it is not on the screen. */
  positionIn(article: number): number | null {
    return this.#visible?.article === article ? this.#visible.position : null;
  }

  /** The jobs that can be worked on, the most urgent first. */
  order(now: number): number[] {
    const ready = [...this.#entries].filter(([, { notBefore }]) => notBefore === null || notBefore <= now);
    const visible = ready.filter(([, { article }]) => article === this.#visible?.article);
    return [...visible, ...ready.filter((entry) => !visible.includes(entry))].map(([job]) => job);
  }

  /** When the next job that waits for another attempt may go on; null when none waits. */
  nextAttempt(now: number): number | null {
    const times = [...this.#entries.values()].flatMap(({ notBefore }) =>
      notBefore !== null && notBefore > now ? notBefore : [],
    );
    return times.length > 0 ? Math.min(...times) : null;
  }
}
