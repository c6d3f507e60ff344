/** The three channels between page and main process, and what goes over the first. */
export const CALL = 'bitext:call';
export const EVENT = 'bitext:event';
export const CONNECTION = 'bitext:connection';

export interface Call {
  method: string;
  input: unknown;
}
