import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything is kept that belongs to the editor. */
export interface Folders {
  /** The library's file. */
  database: string;
  /** MT models, one folder each. */
  models: string;
  /** What was found out about running models on this machine. */
  layouts: string;
  log: string;
}

/**
 * The user's data folder by the custom of each system; `BITEXT_HOME` replaces it.
 * @param database the `--db` option: that file (or `:memory:`) instead of the usual one; models and log stay where they are
 */
export function folders(database?: string): Folders {
  const home = process.env['BITEXT_HOME'] ?? systemFolder();
  return {
    database: database === ':memory:' ? database : resolve(database ?? join(home, 'library.db')),
    models: process.env['BITEXT_MODELS'] ?? join(home, 'models'),
    layouts: join(home, 'engine.json'),
    log: join(home, 'workbench.log'),
  };
}

function systemFolder(): string {
  if (process.platform === 'win32') {
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Bitext Workbench');
  }
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Bitext Workbench');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'bitext-workbench');
}
