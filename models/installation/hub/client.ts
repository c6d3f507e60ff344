/**
 * The hub, asked by its conventions: `{hub}/{repository}/resolve/{revision}/{path}` leads to a file, mostly by way of a
 * redirection to another host, and says in `X-Linked-Etag` (SHA-256), `X-Linked-Size` and `X-Repo-Commit` what it is.
 *
 * We send no cookie, token or referrer, so that no redirection can carry one away.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { EnvHttpProxyAgent, request } from 'undici';
import { InputError } from '../../errors.ts';
import { appVersion } from '../app.ts';
import { isSha256 } from '../hash.ts';
import type { HubOptions } from './options.ts';
import { connectionProblem, statusProblem, Transient, webPage } from './problems.ts';

const MOST_REDIRECTIONS = 6;
const USER_AGENT = `bitext-workbench/${appVersion} (offline translation review; node/${process.versions.node})`;

export interface Place {
  /** Owner/name. */
  repository: string;
  /** A branch or a commit. */
  revision: string;
  path: string;
}

/** What the hub says of a file before it gives it out. */
export interface RemoteFile {
  /** Names the content: two answers with the same identity give the same bytes. Null when the hub does not say. */
  identity: string | null;
  /** Where the hub knows it: that of its large files. */
  sha256: string | null;
  sizeBytes: number | null;
  commit: string | null;
}

export interface Answer extends RemoteFile {
  status: 200 | 206 | 416;
  headers: IncomingHttpHeaders;
  /** Of the answer itself, which a part of it can be asked for by; null when it is weak or missing. */
  strongEtag: string | null;
  body: Readable;
}

/** A part of a file, from a byte on. */
export interface From {
  byte: number;
  /** The strong ETag of what the bytes before came from, where there was one. */
  etag: string | null;
}

export class HubClient {
  readonly options: HubOptions;
  readonly #agent: EnvHttpProxyAgent;
  /** Somebody has answered: when later nobody does, it may pass. */
  #hasAnswered = false;

  constructor(options: HubOptions) {
    this.options = options;
    const { connectTimeoutMs = 20_000, stallMs = 30_000 } = options;
    // HTTP_PROXY, HTTPS_PROXY and NO_PROXY count.
    this.#agent = new EnvHttpProxyAgent({
      connect: { timeout: connectTimeoutMs },
      headersTimeout: stallMs,
      bodyTimeout: stallMs,
    });
  }

  /** Ends every connection. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }

  /** Asks about a file. @throws InputError `hub.*`, @throws Transient */
  async look(place: Place, signal: AbortSignal): Promise<RemoteFile> {
    try {
      return await this.#lookBy('HEAD', place, signal);
    } catch (error) {
      // A simple mirror may know nothing but GET.
      if (!(error instanceof InputError && error.code === 'hub.method')) throw error;
      return this.#lookBy('GET', place, signal);
    }
  }

  async #lookBy(method: 'HEAD' | 'GET', place: Place, signal: AbortSignal): Promise<RemoteFile> {
    const { body, ...file } = await this.#follow(method, place, {}, signal);
    body.on('error', () => {}).destroy();
    return file;
  }

  /** Opens a file, or the rest of it. @throws InputError `hub.*`, @throws Transient */
  async open(place: Place, from: From | null, signal: AbortSignal): Promise<Answer> {
    const range = from && { range: `bytes=${from.byte}-`, ...(from.etag ? { 'if-range': from.etag } : {}) };
    return this.#follow('GET', place, range ?? {}, signal);
  }

  async #follow(
    method: 'HEAD' | 'GET',
    place: Place,
    extra: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const what = `${place.path} of ${place.repository}`;
    let url = addressOf(this.options.url, place);
    let linked: Linked = { sha256: null, sizeBytes: null, commit: null };
    for (let hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
      const { statusCode, headers, body } = await this.#ask(method, url, extra, signal);
      linked = merged(linked, linkedBy(headers));
      const next = isRedirection(statusCode) ? nextAddress(headers, url, what) : null;
      // What the host behind the redirection says of a large file nobody needs: the hub has said it.
      const isKnown = method === 'HEAD' && next !== null && linked.sha256 !== null;
      if (!next || isKnown)
        return answerOf(statusCode, headers, body, linked, { what, host: url.host, isKnown });
      body.on('error', () => {}).resume();
      url = next;
    }
    throw redirection(what, url.host, 'leads in a circle');
  }

  async #ask(method: 'HEAD' | 'GET', url: URL, extra: Record<string, string>, signal: AbortSignal) {
    try {
      const answer = await request(url, {
        method,
        dispatcher: this.#agent,
        signal,
        // Compressed, neither sizes nor ranges would mean bytes of the file.
        headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...extra },
      });
      this.#hasAnswered = true;
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      const problem = connectionProblem(error, url.host);
      // Offline from the start: said at once.
      const isOffline = problem instanceof Transient && problem.problem.code === 'hub.unreachable';
      throw isOffline && !this.#hasAnswered ? problem.problem : problem;
    }
  }
}

type Linked = Omit<RemoteFile, 'identity'>;

const addressOf = (hub: string, { repository, revision, path }: Place): URL =>
  new URL(`${hub}/${encoded(repository)}/resolve/${encodeURIComponent(revision)}/${encoded(path)}`);

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const isRedirection = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

function nextAddress({ location }: IncomingHttpHeaders, from: URL, what: string): URL {
  if (location === undefined || !URL.canParse(location, from))
    throw redirection(what, from.host, 'leads nowhere');
  const next = new URL(location, from);
  if (!/^https?:$/u.test(next.protocol)) throw redirection(what, from.host, `leads to ${next.protocol}`);
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw redirection(what, from.host, 'leads to an address without encryption');
  }
  // A name and password in the address would be sent along.
  next.username = '';
  next.password = '';
  return next;
}

const redirection = (what: string, host: string, how: string): InputError =>
  new InputError(
    'hub.redirect',
    `The way to ${what}, as ${host} shows it, ${how}. Check the address of the model hub in the settings and the proxy of this network.`,
  );

function linkedBy(headers: IncomingHttpHeaders): Linked {
  const etag = plainEtag(first(headers['x-linked-etag']));
  return {
    sha256: etag !== null && isSha256(etag) ? etag : null,
    sizeBytes: whole(first(headers['x-linked-size'])),
    commit: first(headers['x-repo-commit']) ?? null,
  };
}

/** What the hub says comes first; what a later host claims does not change it. */
const merged = (earlier: Linked, later: Linked): Linked => ({
  sha256: earlier.sha256 ?? later.sha256,
  sizeBytes: earlier.sizeBytes ?? later.sizeBytes,
  commit: earlier.commit ?? later.commit,
});

function answerOf(
  status: number,
  headers: IncomingHttpHeaders,
  body: Readable,
  linked: Linked,
  { what, host, isKnown }: { what: string; host: string; isKnown: boolean },
): Answer {
  const isFile = isKnown || status === 200 || status === 206 || status === 416;
  const isPage = status === 200 && /^text\/html\b/u.test(headers['content-type'] ?? '');
  if (!isFile || isPage) {
    body.on('error', () => {}).destroy();
    throw isPage ? webPage(what, host) : statusProblem(status, headers, what, host);
  }
  const etag = first(headers.etag) ?? null;
  return {
    ...linked,
    sizeBytes: linked.sizeBytes ?? (status === 200 ? whole(headers['content-length']) : null),
    identity: linked.sha256 ?? plainEtag(etag),
    strongEtag: etag !== null && /^"[^"]*"$/u.test(etag) ? etag : null,
    status: isKnown ? 200 : (status as Answer['status']),
    headers,
    body,
  };
}

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Without quotes, and without the mark of a weak one. */
const plainEtag = (etag: string | null | undefined): string | null =>
  etag ? etag.replace(/^W\//u, '').replaceAll('"', '') : null;

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/u.test(text) ? Number(text) : null;
