/** Started by a test: opens the library named first at the moment named second, and says how that went. */
import { openStore } from '../../../data/store/open.ts';

const [file = '', at = '0'] = process.argv.slice(2);
// All processes of the test are loaded by then: the race is for the library alone.
while (Date.now() < Number(at));
try {
  const store = openStore(file);
  process.stdout.write(JSON.stringify(store.get`PRAGMA user_version`));
  store.close();
} catch (error) {
  process.stdout.write(String(error));
}
