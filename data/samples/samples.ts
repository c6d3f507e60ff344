/**
 * The articles that come with the app: five real news texts with an English translation made by hand and the beads between the two,
 * and one short demo article in each language inside the mini model's grammar.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseGold, type GoldBead } from './beads.ts';

export interface SampleArticle {
  /** The file's name, e.g. `sl-nova-ruska-ljubezen.txt`. */
  name: string;
  bytes: Uint8Array;
  /** BCP 47. */
  language: string;
  /** The translation. */
  english: string;
  /** Over sentence indices of both texts. */
  beads: GoldBead[];
}

export interface DemoArticle {
  /** The file's name, e.g. `sl-Potres-v-Ljubljani.txt`. */
  name: string;
  bytes: Uint8Array;
  /** BCP 47. */
  language: string;
}

const here = new URL('./', import.meta.url);
const demos = new URL('./demo/', import.meta.url);

/** The five samples, in order of their names: `<language>-<slug>.txt` with `.en.txt` and `.beads` beside it. */
export const readSamples = (): SampleArticle[] =>
  readdirSync(here)
    .filter((file) => file.endsWith('.beads'))
    .toSorted()
    .map((file) => {
      const slug = file.slice(0, -'.beads'.length);
      return {
        name: `${slug}.txt`,
        bytes: new Uint8Array(readFileSync(new URL(`${slug}.txt`, here))),
        language: slug.slice(0, slug.indexOf('-')),
        english: readFileSync(new URL(`${slug}.en.txt`, here), 'utf8'),
        beads: parseGold(readFileSync(new URL(file, here), 'utf8')),
      };
    });

/** The demo articles, in order of their names: `demo/<language>-<Title>.txt`. */
export const readDemoArticles = (): DemoArticle[] =>
  readdirSync(demos)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({
      name: file,
      bytes: new Uint8Array(readFileSync(new URL(file, demos))),
      language: file.slice(0, file.indexOf('-')),
    }));
