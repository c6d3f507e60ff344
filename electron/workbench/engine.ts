// What translates just now, and the memory it takes.
import { handlers } from './handlers.ts';

export const engine = handlers('engine', {
  status: (workbench) => workbench.engine.status(),
});
