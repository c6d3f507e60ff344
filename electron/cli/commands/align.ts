import { readText } from '../../../data/formats/decode.ts';
import type { BitextArticle } from '../../../data/formats/bitext.ts';
import { titleOf } from '../../../data/formats/title.ts';
import { tmx } from '../../../data/formats/tmx.ts';
import { formatBeads } from '../../../models/alignment/beads.ts';
import { normaliseTag } from '../../../models/languages.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Output } from '../../contract.ts';
import { readInput, writeOutput } from '../files.ts';
import { CommandError, withSession } from '../session.ts';
import { inputLines } from './language.ts';

type Aligned = Output<'align.texts'>;

interface Options {
  sourceLang: string;
  targetLang: string;
  lines?: boolean;
  mt?: string;
  format: string;
  output?: string;
}

/** `bitext align`: pairs a text with its translation; beads, a table or TMX. */
export async function alignFiles(source: string, target: string, options: Options): Promise<void> {
  const write = formats[options.format];
  if (!write) {
    throw new CommandError(
      `There is no format "${options.format}". Formats: ${Object.keys(formats).join(', ')}.`,
    );
  }
  if (source === '-' && target === '-')
    throw new CommandError('Only one of the two texts can be standard input.');
  const texts = { source: read(source), target: read(target) };
  const mt = options.mt === undefined ? undefined : inputLines(read(options.mt));
  await withSession(':memory:', async ({ call }) => {
    const aligned = await call('align.texts', {
      source: { text: texts.source, language: options.sourceLang },
      target: { text: texts.target, language: options.targetLang },
      isOneSentenceALine: options.lines ?? false,
      ...(mt && { machineTranslation: mt }),
    });
    await writeOutput(options.output, write(aligned, { ...options, name: source }));
  });
}

const read = (path: string): string => {
  const { name, bytes } = readInput(path);
  return readText(bytes, name).text;
};

interface Named {
  sourceLang: string;
  targetLang: string;
  name: string;
}

const formats: Record<string, (aligned: Aligned, named: Named) => string> = {
  beads: ({ beads }) => formatBeads(beads),

  tsv: (aligned) =>
    pairs(aligned)
      .map(({ source, target, confidence }) => `${cell(source)}\t${cell(target)}\t${confidence.toFixed(2)}\n`)
      .join(''),

  tmx: (aligned, { sourceLang, targetLang, name }) => {
    const now = new Date().toISOString();
    const article: BitextArticle = {
      id: 1,
      title: titleOf({ text: '', firstHeading: null, name, language: sourceLang }),
      name,
      origin: 'file',
      sourceLanguage: normaliseTag(sourceLang),
      targetLanguage: normaliseTag(targetLang),
      date: null,
      importedAt: now,
      units: pairs(aligned).map(({ source, target, sentences }, position) => ({
        id: position + 1,
        position,
        paragraph: 0,
        kind: 'paragraph',
        source,
        target,
        state: 'edited',
        draft: null,
        sentences,
        changedAt: now,
      })),
    };
    const provenance = { tool: 'Bitext Workbench', version: packageJson.version, exportedAt: now };
    return [...tmx.write([article], provenance)].join('');
  },
};

const pairs = ({ source, target, beads }: Aligned) =>
  beads.map((bead) => ({
    source: bead.source.map((index) => source[index]).join(' '),
    target: bead.target.map((index) => target[index]).join(' '),
    sentences: bead.source.length,
    confidence: bead.confidence,
  }));

const cell = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
