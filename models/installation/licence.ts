/**
 * Whether a licence forbids commercial use, so that the editor has to agree first.
 *
 * @param licence SPDX identifier, e.g. `CC-BY-NC-4.0`; null when it is not known
 */
export const needsConsent = (licence: string | null): boolean =>
  licence !== null && /(?:^|-)NC(?:-|$)/iu.test(licence);
