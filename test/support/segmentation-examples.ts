import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/segmentation');

/** A paragraph cut by hand. */
export interface Example {
  text: string;
  sentences: string[];
}

/**
 * The examples of every language, from `test/fixtures/segmentation/<tag>.txt`: a paragraph a line, its sentences parted by " | "
 * (one space in the text) or "|" (nothing). Lines with # are notes.
 */
export function segmentationExamples(): { language: string; examples: Example[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({
      language: file.replace('.txt', ''),
      examples: readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map(readExample),
    }));
}

const readExample = (line: string): Example => ({
  text: line.replaceAll(' | ', ' ').replaceAll('|', ''),
  sentences: line.split('|').map((sentence) => sentence.trim()),
});
