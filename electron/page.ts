import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  body: Buffer | string;
  type: string;
  /** Set for the page itself: what its styles are marked with. */
  nonce?: string;
}

/**
 * A file of the built window, for both hosts; undefined when there is none of that name.
 * The page gets a fresh nonce each time it is asked for.
 * @param folder the built window, `dist/renderer`
 * @param path of the URL, e.g. `/` or `/assets/index.js`
 */
export async function pageFile(folder: string, path: string): Promise<PageFile | undefined> {
  try {
    const file = normalize(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)));
    const type = types[extname(file)];
    if (!file.startsWith(folder + sep) || type === undefined) return undefined;
    const body = await readFile(file);
    if (extname(file) !== '.html') return { body, type };
    const nonce = randomBytes(16).toString('base64');
    return { body: body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), type, nonce };
  } catch {
    return undefined;
  }
}

/**
 * What a page may do. Everything comes from the host itself; styles that libraries inject carry the page's nonce;
 * nothing may be sent or loaded anywhere else, which also keeps an article's text on this machine.
 */
export const contentSecurityPolicy = (nonce: string, connect: readonly string[]): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data:`,
    `connect-src ${connect.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
