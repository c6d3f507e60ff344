import { InputError } from '../../models/errors.ts';
import { needsConsent } from '../../models/installation/licence.ts';
import { addConsent, consentedAt } from '../../data/store/consents.ts';
import { now, type Workbench } from './handlers.ts';

interface Licensed {
  /** By which the consent is kept: the repository, or a name. */
  id: string;
  name: string;
  licence: string | null;
}

/**
 * Makes sure that the editor agreed to a licence that wants it, and records it.
 *
 * @param consent given just now
 * @throws InputError `model.consent`
 */
export function requireConsent(
  { store, editor }: Workbench,
  { id, name, licence }: Licensed,
  consent: boolean,
): void {
  if (licence === null || !needsConsent(licence)) return;
  if (consent) addConsent(store, { model: id, licence, editor }, now());
  else if (consentedAt(store, id, licence) === undefined) {
    throw new InputError(
      'model.consent',
      `${name} is under the licence ${licence}, which allows no commercial use. Agree to that first (on the command line: --accept-licence), or choose another model.`,
    );
  }
}
