/**
 * How calls and events travel between a window and the workbench process:
 * the same messages over the browser's socket and over the desktop's child channel.
 */
import { z } from 'zod';
import type { Answer, Event, Input, Method } from './contract.ts';
import type { OpenWorkbench } from './workbench/open.ts';

export const Request = z.object({ id: z.number().int(), method: z.string(), input: z.unknown() });
export type Request = z.infer<typeof Request>;

export type Reply = { id: number; answer: Answer<unknown> } | { event: Event };

/**
 * Answers the requests of one window.
 * @param send puts a reply on its way; events go by it too, until `close`
 */
export function serveWindow(
  workbench: OpenWorkbench,
  send: (reply: Reply) => void,
): { receive: (message: unknown) => void; close: () => void } {
  const close = workbench.subscribe((event) => send({ event }));
  const receive = async (message: unknown) => {
    const request = Request.safeParse(message);
    if (!request.success) return; // Not of our protocol: there is no id to answer to.
    const { id, method, input } = request.data;
    // `dispatch` checks both; here they are only strangers' values.
    send({ id, answer: await workbench.dispatch(method as Method, input as Input<Method>) });
  };
  return { receive: (message) => void receive(message), close };
}
