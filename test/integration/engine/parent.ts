/** A process that translates until it is killed; says the engine's process id when the first sentence is there. */
import { Engine } from '../../../electron/engine/engine.ts';
import { installedModels } from '../../../models/translation/installed.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini');
if (!mini) throw new Error('there is no mini model');
const engine = new Engine({ threads: 1 });
const sentences = Array.from({ length: 100_000 }, () => 'Am Montag zählte die Polizei 45 Busse in Wien.');
let isFirst = true;
await engine.translate(mini, sentences, {
  language: 'de',
  onResult() {
    if (isFirst) process.send?.(engine.pid);
    isFirst = false;
  },
});
