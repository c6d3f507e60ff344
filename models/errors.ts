/**
 * What goes wrong for a reason that the editor can understand and mend: a file, a model, a language, a full disk.
 *
 * Thrown anywhere inside; `electron/dispatch.ts` alone turns it into `{ ok: false, error: { code, message } }`.
 * Everything that is not an `InputError` is a defect of ours and reaches the editor as `internal`.
 */
export class InputError extends Error {
  readonly code: string;

  /**
   * @param code stable and dotted, e.g. `file.encoding`; tests and callers rely on it
   * @param message for the editor: what happened, to which file, what to do; no stack, no jargon
   */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InputError';
    this.code = code;
  }
}
