import { protocol, type Session } from 'electron';
import { contentSecurityPolicy, pageFile } from '../page.ts';

/** The window's own scheme: no `file://`, so that a page can never read the disk. */
const SCHEME = 'bitext';
export const APP_URL = `${SCHEME}://app/`;

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built window under `bitext://app/`, and nothing besides. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'app' ? await pageFile(folder, url.pathname) : undefined;
    if (!file) return new Response(null, { status: 404 });
    return new Response(typeof file.body === 'string' ? file.body : new Uint8Array(file.body), {
      headers: {
        'Content-Type': file.type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': contentSecurityPolicy(file.nonce ?? '', [`'none'`]),
      },
    });
  });
}

/** Whether a URL is a page of ours. */
export const isOurs = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${SCHEME}:` && parsed.host === 'app';
};
