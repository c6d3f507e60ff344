/** A process that translates until it is killed; says the engine's process ids when both are at work. */
import { Engine } from '../../../electron/engine/engine.ts';
import { installedModels } from '../../../models/translation/installed.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini');
if (!mini) throw new Error('there is no mini model');
const engine = new Engine({ layout: { processes: 2, threads: 1 } });
const sentences = Array.from({ length: 100_000 }, () => 'Am Montag zählte die Polizei 45 Busse in Wien.');
let isSaid = false;
await engine.translate(mini, sentences, {
  language: 'de',
  onResult() {
    const { processes } = engine.status();
    if (isSaid || processes.length < 2) return;
    isSaid = true;
    process.send?.(processes.map(({ pid }) => pid));
  },
});
