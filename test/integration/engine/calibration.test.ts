import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Engine, type EngineOptions } from '../../../electron/engine/engine.ts';
import { candidateLayouts, type Layout } from '../../../electron/engine/layout.ts';
import { installedModels } from '../../../models/translation/installed.ts';
import fixture from '../../fixtures/mini/sentences.json' with { type: 'json' };
import { temporaryFolder } from '../../support/library.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;
const sources = fixture.held.map(([source = '']) => source);
const expected = fixture.held.map((triple) => triple[1] ?? '');
const candidates = candidateLayouts(availableParallelism(), 4);

let engine: Engine;
afterEach(() => engine.close());

function started(options: EngineOptions = {}): Engine {
  engine = new Engine(options);
  return engine;
}

/** Translates, and says in which layouts the engine was on the way, and whether it was measuring. */
async function watched(count: number): Promise<{ texts: string[]; layouts: string[]; measured: boolean }> {
  const texts: string[] = [];
  const layouts = new Set<string>();
  let measured = false;
  await engine.translate(mini, sources.slice(0, count), {
    language: 'de',
    onResult({ index, text }) {
      expect(texts[index], 'delivered once').toBeUndefined();
      texts[index] = text;
      const { layout, isMeasuring } = engine.status();
      measured ||= isMeasuring;
      layouts.add(JSON.stringify(layout));
    },
  });
  return { texts, measured, layouts: [...layouts] };
}

const remembered = (
  file: string,
): { layout: Layout; measured: { layout: Layout; lettersPerSecond: number }[] } =>
  JSON.parse(readFileSync(file, 'utf8')).models[`mini@${mini.version}`];

// A machine with one core has nothing to choose from.
test.skipIf(candidates.length < 2)(
  'the first long request finds the layout out with its own sentences; the next start uses it',
  async () => {
    const layoutsFile = join(temporaryFolder(), 'engine.json');
    started({ layoutsFile });
    const small = await watched(20);
    expect(small).toMatchObject({ texts: expected.slice(0, 20), measured: false });

    const first = await watched(400);
    expect(first.texts).toEqual(expected);
    expect(first.measured).toBe(true);
    const { layout, measured } = remembered(layoutsFile);
    expect(measured.map((each) => JSON.stringify(each.layout)).toSorted()).toEqual(
      candidates.map((each) => JSON.stringify(each)).toSorted(),
    );
    for (const { lettersPerSecond } of measured) expect(lettersPerSecond).toBeGreaterThan(0);
    expect(first.layouts).toEqual(expect.arrayContaining(candidates.map((each) => JSON.stringify(each))));
    expect(engine.status()).toMatchObject({ layout, isMeasuring: false });
    await engine.close();

    started({ layoutsFile });
    const written = readFileSync(layoutsFile, 'utf8');
    expect(await watched(100)).toEqual({
      texts: expected.slice(0, 100),
      measured: false,
      layouts: [JSON.stringify(layout)],
    });
    expect(readFileSync(layoutsFile, 'utf8')).toBe(written);
  },
);

test.skipIf(candidates.length < 2)(
  'a process that dies while it is measured takes its layout out of the choice',
  async () => {
    const layoutsFile = join(temporaryFolder(), 'engine.json');
    started({ layoutsFile });
    const killed = new Set<string>();
    let results = 0;
    const texts: string[] = [];
    const run = async (): Promise<void> =>
      engine.translate(mini, sources, {
        language: 'de',
        onResult({ index, text }) {
          texts[index] = text;
          const { isMeasuring, layout, processes } = engine.status();
          if (!isMeasuring || layout?.processes !== 2 || killed.size > 0) return;
          // With the warm-up's sentence, one for each process, that process may be done; with a batch it is not.
          if (++results <= 2) return;
          killed.add(JSON.stringify(layout));
          process.kill(processes[0]!.pid, 'SIGKILL');
        },
      });
    await run();
    expect(texts).toEqual(expected);
    expect(killed.size).toBe(1);
    await run();
    const { layout, measured } = remembered(layoutsFile);
    expect(
      measured.filter(({ lettersPerSecond }) => lettersPerSecond === 0).map((each) => each.layout.processes),
    ).toEqual([2]);
    expect(layout.processes).not.toBe(2);
  },
);

test('a request that is cancelled while it is measured leaves nothing remembered and nothing broken', async () => {
  const layoutsFile = join(temporaryFolder(), 'engine.json');
  started({ layoutsFile });
  const abort = new AbortController();
  const run = engine.translate(mini, sources, {
    language: 'de',
    signal: abort.signal,
    onResult: () => abort.abort(),
  });
  await expect(run).rejects.toThrow('aborted');
  expect((await watched(400)).texts).toEqual(expected);
});
