// Which models are here, and which are known.
import { knownModels } from '../../models/translation/catalogue.ts';
import { handlers } from './handlers.ts';

export const models = handlers('models', {
  list: ({ models: shelf }) => ({
    folder: shelf.folder,
    installed: shelf.installed().map((model) => ({ ...model, problem: model.problem?.message ?? null })),
    known: knownModels.map((model) => ({ ...model, note: model.note ?? null })),
  }),
});
