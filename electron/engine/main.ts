/**
 * The engine process: holds one model and translates what the workbench sends.
 *
 * It is a process of its own so that a crash, a hang or a lack of memory in native code touches nothing else. What it
 * does not expect ends it; the workbench starts another.
 */
import { InputError } from '../../models/errors.ts';
import { loadTranslator } from '../../models/translation/load.ts';
import type { Translator } from '../../models/translation/translator.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

type Request = Extract<ToEngine, { type: 'translate' }>;

/** How often a run says that it goes on. */
const ALIVE_MS = 250;

const running = new Map<number, AbortController>();
let queue = Promise.resolve();
/** One model at a time: they take hundreds of megabytes. */
let loaded: { key: string; translator: Translator } | null = null;

process.on('message', (message: ToEngine) => {
  if (message.type === 'cancel') {
    running.get(message.run)?.abort();
    return;
  }
  const abort = new AbortController();
  running.set(message.run, abort);
  queue = queue.then(() => run(message, abort.signal));
});

// When the workbench is gone, however it went, nobody waits for results.
process.on('disconnect', () => process.exit(0));
// Ctrl+C in a terminal reaches the whole group; the workbench decides when this process ends.
process.on('SIGINT', () => {});

say({ type: 'ready' });

async function run(request: Request, signal: AbortSignal): Promise<void> {
  const { run: id, language, beam, sentences } = request;
  try {
    signal.throwIfAborted();
    const translator = await translatorFor(request);
    say({ type: 'loaded', run: id, memoryBytes: memoryBytes() });
    await translator.translate(sentences, {
      language,
      ...(beam === undefined ? {} : { beam }),
      signal,
      onResult: (translation) => say({ type: 'result', run: id, translation }),
      onStep: signOfLife(id),
    });
    say({ type: 'done', run: id, memoryBytes: memoryBytes() });
  } catch (error) {
    if (signal.aborted) say({ type: 'cancelled', run: id });
    else if (error instanceof InputError && !isMemoryShort(error))
      say({ type: 'refused', run: id, code: error.code, message: error.message });
    else throw error;
  } finally {
    running.delete(id);
  }
}

async function translatorFor({ model, options }: Request): Promise<Translator> {
  const key = JSON.stringify([model.folder, model.version, options]);
  if (loaded?.key === key) return loaded.translator;
  const previous = loaded;
  loaded = null;
  await previous?.translator.close();
  const translator = await loadTranslator(model, options);
  loaded = { key, translator };
  return translator;
}

function signOfLife(id: number): () => void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < ALIVE_MS) return;
    last = performance.now();
    say({ type: 'alive', run: id, memoryBytes: memoryBytes() });
  };
}

/** ONNX Runtime says of a file that it cannot be loaded also when there is no memory for it: no fault of the file. */
const isMemoryShort = ({ message }: Error): boolean => /bad_alloc|failed to allocate memory/iu.test(message);

const memoryBytes = (): number => process.memoryUsage.rss();

function say(message: FromEngine): void {
  // A channel that closes at this moment is an error of the callback, not of the process: `disconnect` follows.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
