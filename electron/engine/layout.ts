import { MOST_THREADS } from '../../models/translation/translator.ts';

/** How many processes translate at once, each with how many threads. */
export interface Layout {
  processes: number;
  /** Of each process. */
  threads: number;
}

/** Every process holds the whole model: more than this cost memory and gain little, whatever the machine has. */
export const MOST_PROCESSES = 4;

/**
 * The layouts worth trying on a machine: from one process with all the threads to many with few.
 * Where two have as many threads a process, the one with fewer processes leaves cores idle and is left out.
 *
 * @param cores that programs may use at once
 * @param most processes that the memory allows
 */
export function candidateLayouts(cores: number, most: number): Layout[] {
  const processes = Array.from({ length: Math.min(cores, most, MOST_PROCESSES) }, (_, index) => index + 1);
  const layouts = processes.map((count) => ({ processes: count, threads: threadsOf(cores, count) }));
  return layouts.filter(({ threads }, index) => threads !== layouts[index + 1]?.threads);
}

/** What is used before anything is measured: two processes, where there are cores and memory for them. */
export const usualLayout = (cores: number, most: number): Layout =>
  withProcesses(Math.min(2, cores, most), cores);

/** The layout, with no more processes than `most`; what they leave of the cores goes to the others' threads. */
export const limited = (layout: Layout, cores: number, most: number): Layout =>
  layout.processes <= most ? layout : withProcesses(most, cores);

/** As many processes with this many threads as there are cores and memory for. */
export const withThreads = (threads: number, cores: number, most: number): Layout => ({
  processes: Math.max(1, Math.min(Math.floor(cores / threads), most, MOST_PROCESSES)),
  threads,
});

export const sameLayout = (a: Layout, b: Layout): boolean =>
  a.processes === b.processes && a.threads === b.threads;

const withProcesses = (processes: number, cores: number): Layout => ({
  processes,
  threads: threadsOf(cores, processes),
});

const threadsOf = (cores: number, processes: number): number =>
  Math.max(1, Math.min(MOST_THREADS, Math.floor(cores / processes)));
