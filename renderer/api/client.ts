import type { Answer, Input, Method, Output } from '../../electron/contract.ts';
import { openTransport } from './transport.ts';

/** What the workbench answered instead of a result; the message is for the editor. */
export class CallError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

export const transport = openTransport();

/**
 * Calls the workbench.
 * While it is away the call is kept and sent again, so the promise may stay open for long.
 *
 * @throws CallError with the workbench's code and message
 */
export async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  // Both ends are built from the same contract, and the workbench checks what it is sent.
  const answer = (await transport.call(method, input)) as Answer<Output<M>>;
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message);
  return answer.data;
}

/** What to show an editor for anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
