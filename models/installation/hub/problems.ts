/** What can go wrong between here and the hub, in an editor's words. */
import { InputError } from '../../errors.ts';

/** What may be better in a moment: the same is tried again, and `problem` is said only when that does not help. */
export class Transient extends Error {
  readonly problem: InputError;
  /** How long the hub asked us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: InputError, retryAfterMs?: number) {
    super(problem.message, { cause: problem });
    this.name = 'Transient';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

/** What an answer other than a file means. @param what `config.json of Xenova/opus-mt-de-en` */
export function statusProblem(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  what: string,
  host: string,
): InputError | Transient {
  if (TRANSIENT_STATUS.has(status)) {
    const busy = status === 429;
    return new Transient(
      new InputError(
        busy ? 'hub.busy' : 'hub.failing',
        busy
          ? `${host} asks for patience: it has had too many requests from this network (429). Try again in a few minutes; what has come is kept.`
          : `${host} has trouble of its own just now (${status}). Try again later; what has come is kept.`,
      ),
      retryAfter(headers['retry-after']),
    );
  }
  if (status === 401 || status === 403) {
    return new InputError(
      'hub.refused',
      `${host} does not give out ${what} (${status}): the model is not public, or is no longer there. Choose another model, or get its files another way and install them from a folder.`,
    );
  }
  if (status === 407) return proxyProblem(status);
  if (status === 404 || status === 410) {
    return new InputError(
      'hub.not-found',
      `${host} has no ${what} (${status}). The model may have been moved or withdrawn; choose another one, or get its files another way and install them from a folder.`,
    );
  }
  const code = status === 405 || status === 501 ? 'hub.method' : 'hub.answer';
  return new InputError(code, `${host} answered with ${status} instead of ${what}. Try again later.`);
}

const proxyProblem = (status: number, cause?: unknown): InputError =>
  new InputError(
    'hub.proxy',
    `The proxy of this network does not let the app through (${status}${status === 407 ? ': it wants a name and password' : ''}). Ask for its settings and put them into HTTPS_PROXY, or install the model from a folder.`,
    { cause },
  );

/** Seconds or a date, by the standard. */
function retryAfter(value: string | string[] | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  const ms = /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/u;

/** What a connection that failed means; a defect of ours is given back as it is. */
export function connectionProblem(error: unknown, host: string): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  // undici 7 gives the status of a proxy that opens no tunnel in words only.
  const refused = /Proxy response \((\d+)\)/u.exec(String(error))?.[1];
  if (refused !== undefined) return proxyProblem(Number(refused), error);
  if (CERTIFICATE.test(code)) {
    return new InputError(
      'hub.certificate',
      `The connection to ${host} is not trusted (${code}). In many offices a proxy puts its own certificate there: ask for its file and set NODE_EXTRA_CA_CERTS to it, or install the model from a folder.`,
      { cause: error },
    );
  }
  if (/TIMEOUT|ETIMEDOUT/u.test(code)) {
    return new Transient(
      new InputError(
        'hub.stalled',
        `${host} sent nothing for too long. Check the network and go on with the download; what has come is kept.`,
        { cause: error },
      ),
    );
  }
  if (/^(?:ENOTFOUND|EAI_|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)/u.test(code)) {
    return new Transient(
      new InputError(
        'hub.unreachable',
        `${host} cannot be reached. Is this computer online? If not, copy the model to a stick on one that is (Models, “Copy to a stick…”), and install it from there.`,
        { cause: error },
      ),
    );
  }
  return new Transient(
    new InputError(
      'hub.interrupted',
      `The connection to ${host} broke again and again. Go on with the download later; what has come is kept.`,
      { cause: error },
    ),
  );
}

/** The system's or the client's code, wherever in the chain of causes it stands. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return '';
}

export const webPage = (what: string, host: string): InputError =>
  new InputError(
    'hub.web-page',
    `Instead of ${what} a web page came from ${host}. Networks of hotels and offices do that until one has signed in: open any page in a browser, sign in, and try again. Nothing was changed.`,
  );
