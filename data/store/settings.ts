import type { Store } from './store.ts';

/** `hub`: the base address that models are downloaded from. */
export type SettingName = 'hub';

export const setting = (store: Store, name: SettingName): string | undefined =>
  store.get<{ value: string }>`SELECT value FROM settings WHERE name = ${name}`?.value;

/** @param value null for the usual one */
export function setSetting(store: Store, name: SettingName, value: string | null): void {
  if (value === null) store.run`DELETE FROM settings WHERE name = ${name}`;
  else
    store.run`
      INSERT INTO settings (name, value) VALUES (${name}, ${value})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
}
