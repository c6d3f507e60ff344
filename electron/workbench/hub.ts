import { DEFAULT_HUB, normaliseHub } from '../../models/installation/hub/options.ts';
import { InputError } from '../../models/errors.ts';
import type { Store } from '../../data/store/store.ts';
import { setSetting, setting } from '../../data/store/settings.ts';

/** Where models are downloaded from: by the environment, else by the setting, else from the usual place. */
export function hubOf(store: Store): { url: string; isFixed: boolean } {
  const fixed = process.env['BITEXT_HUB'];
  if (fixed) return { url: checked(fixed, 'BITEXT_HUB'), isFixed: true };
  return { url: setting(store, 'hub') ?? DEFAULT_HUB, isFixed: false };
}

/** @param url null for the usual place @throws InputError `hub.address`, `hub.fixed` */
export function setHub(store: Store, url: string | null): void {
  if (process.env['BITEXT_HUB']) {
    throw new InputError('hub.fixed', 'The address of the model hub is set by BITEXT_HUB; change it there.');
  }
  const address = url === null || url.trim() === '' ? null : checked(url);
  setSetting(store, 'hub', address === DEFAULT_HUB ? null : address);
}

function checked(url: string, from?: string): string {
  const address = normaliseHub(url);
  if (address !== null) return address;
  throw new InputError(
    'hub.address',
    `“${url}”${from === undefined ? '' : `, which ${from} says,`} is no address of a model hub. Write it like ${DEFAULT_HUB}, without name, password or query.`,
  );
}
