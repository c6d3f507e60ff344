const KEY = 'bitext.token';

/**
 * The token of this launch, from the address that the app printed (`…/#token=…`).
 * It is moved to the tab's session storage, so that a reload keeps it and neither the address bar nor a bookmark shows it.
 */
export function takeToken(): string | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (given === null) return sessionStorage.getItem(KEY);
  sessionStorage.setItem(KEY, given);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return given;
}
