// The application about itself.
import { handlers } from './handlers.ts';

export const app = handlers('app', {
  info: ({ version, folders }) => ({ version, database: folders.database, modelsFolder: folders.models }),
});
