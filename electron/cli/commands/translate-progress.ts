import { progressText, type Job } from '../../contract.ts';

interface Output {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** In a file or a log, how often a line about one article is written at most (ms). */
const EVERY_MS = 10_000;

const CLEAR_LINE = '\u001b[2K';

/** How far the translation of one article is: one line that changes on a terminal, now and then a line anywhere else. */
export class TranslateProgress {
  readonly #title: string;
  readonly #output: Output;
  readonly #now: () => number;
  #shown: number | undefined;
  #shownAt = -Infinity;

  /** @param now the time in ms */
  constructor(title: string, output: Output = process.stderr, now = () => performance.now()) {
    this.#title = title;
    this.#output = output;
    this.#now = now;
  }

  /** The job goes on. */
  show(job: Job): void {
    const isLast = job.done >= job.total;
    // The first line tells that sentences come, not only that they were asked for.
    const isTooSoon = job.done === 0 || this.#now() - this.#shownAt < EVERY_MS;
    if (!this.#output.isTTY && !isLast && isTooSoon) return;
    this.#write(job, isLast);
  }

  /** The job is over, at its end or not: how far it came stands there. */
  end(job: Job): void {
    const isOpen = this.#output.isTTY && this.#shown !== undefined && this.#shown < job.total;
    if (isOpen || (job.done > 0 && this.#shown !== job.done)) this.#write(job, true);
  }

  #write(job: Job, isLast: boolean): void {
    if (this.#shown === job.done && !this.#output.isTTY) return;
    this.#shown = job.done;
    this.#shownAt = this.#now();
    // A shorter line must not leave the end of a longer one behind.
    const start = this.#output.isTTY ? CLEAR_LINE : '';
    const end = this.#output.isTTY && !isLast ? '\r' : '\n';
    this.#output.write(`${start}${this.#title}: ${progressText(job)}${end}`);
  }
}
