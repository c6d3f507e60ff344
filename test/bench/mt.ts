/**
 * Translation, on a made model of Opus-MT's shape (random int8 weights: its speed is real, its text is not) and made sentences
 * as long as those of the sample articles: `pipeline()` of Transformers.js beside our engine.
 */
import { availableParallelism } from 'node:os';
import { engineContender, pipelineContender, type Contender } from './mt/contenders.ts';
import { madeModel, madeSentences } from './mt/made.ts';

const SENTENCES = 64;
const ROUNDS = 3;
const BATCH = 16;

interface Measured {
  contender: Contender;
  /** The best of all rounds: noise only ever slows down. */
  ms: number;
  firstMs: number;
  /** The first sentence alone. */
  aloneMs: number;
}

export async function bench(): Promise<void> {
  const model = madeModel();
  const sentences = madeSentences(SENTENCES);
  const cores = availableParallelism();
  const contenders = [
    await pipelineContender(model, 1),
    await pipelineContender(model, BATCH),
    await engineContender(model, 1, { processes: 1, threads: cores }),
    await engineContender(model, 8, { processes: 1, threads: cores }),
    await engineContender(model, BATCH, { processes: 1, threads: cores }),
    await engineContender(model, BATCH, { processes: cores, threads: 1 }),
  ];
  const measured = contenders.map((contender): Measured => {
    return { contender, ms: Infinity, firstMs: Infinity, aloneMs: Infinity };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of measured) {
      const alone = await row.contender.translate(sentences.slice(0, 1));
      const { ms, firstMs } = await row.contender.translate(sentences);
      row.aloneMs = Math.min(row.aloneMs, alone.ms);
      row.ms = Math.min(row.ms, ms);
      row.firstMs = Math.min(row.firstMs, firstMs);
    }
  }
  print(measured);
  for (const contender of contenders) await contender.close();
}

function print(measured: readonly Measured[]): void {
  const [single, batches] = measured;
  console.log(
    `${SENTENCES} sentences; ratios to pipeline() one by one and in batches of ${BATCH} (whose text is wrong)\n`,
  );
  console.log(
    row(['', 'sentences/s', '× single', '× batches', 'first, ms', '× alone', 'load, ms', 'peak, MB']),
  );
  for (const { contender, ms, firstMs, aloneMs } of measured) {
    const peak = contender.peakBytes();
    console.log(
      row([
        contender.name,
        (SENTENCES / (ms / 1000)).toFixed(1),
        ((single?.ms ?? NaN) / ms).toFixed(2),
        ((batches?.ms ?? NaN) / ms).toFixed(2),
        firstMs.toFixed(0),
        (firstMs / aloneMs).toFixed(2),
        contender.loadMs.toFixed(0),
        peak === null ? '?' : (peak / 2 ** 20).toFixed(0),
      ]),
    );
  }
}

const row = ([name = '', ...cells]: string[]): string =>
  name.padEnd(38) + cells.map((cell) => cell.padStart(12)).join('');
