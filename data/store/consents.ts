import type { Store } from './store.ts';

/** An editor's consent to the licence of a model. */
export interface Consent {
  model: string;
  /** SPDX identifier: consent to one licence is none to another. */
  licence: string;
  editor: string;
}

export function addConsent(store: Store, { model, licence, editor }: Consent, at: string): void {
  store.run`
    INSERT INTO model_consents (model, licence, editor, agreed_at) VALUES (${model}, ${licence}, ${editor}, ${at})`;
}

/** When consent to this licence of this model was last given, or undefined. */
export const consentedAt = (store: Store, model: string, licence: string): string | undefined =>
  store.get<{ agreed_at: string }>`
    SELECT agreed_at FROM model_consents WHERE model = ${model} AND licence = ${licence}
    ORDER BY id DESC LIMIT 1`?.agreed_at;
