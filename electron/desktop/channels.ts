/** The three channels between page and main process, and what goes over the first. */
export const CALL = 'bitext:call';
export const EVENT = 'bitext:event';
export const CONNECTION = 'bitext:connection';

/** Whether the workbench runs, as the third channel tells it. */
export interface Standing {
  isConnected: boolean;
  /** Why it does not start again. */
  problem: string | null;
}

export interface Call {
  method: string;
  input: unknown;
}
