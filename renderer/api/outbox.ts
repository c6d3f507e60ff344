import { connectionLost, isRepeatable, type Answer, type Failure } from '../../electron/contract.ts';

export interface Message {
  id: number;
  method: string;
  input: unknown;
}

interface Waiting {
  message: Message;
  sent: boolean;
  /** How often it was sent. */
  deliveries: number;
  settle: (answer: Answer<unknown>) => void;
}

const tooLarge: Failure = { code: 'input.too-large', message: 'This is too large to be taken in at once.' };

/**
 * Calls on their way, kept until they are answered.
 * What is called or still unanswered while the workbench is away leaves again, in order, when it is back.
 */
export class Outbox {
  readonly #send: (message: Message) => void;
  readonly #waiting = new Map<number, Waiting>();
  #connected = false;
  #last = 0;

  /** @param send hands one message to the wire; called only while connected */
  constructor(send: (message: Message) => void) {
    this.#send = send;
  }

  call(method: string, input: unknown): Promise<Answer<unknown>> {
    const message = { id: ++this.#last, method, input };
    return new Promise((settle) => {
      this.#waiting.set(message.id, { message, sent: false, deliveries: 0, settle });
      this.#deliver();
    });
  }

  answered(id: number, answer: Answer<unknown>): void {
    const waiting = this.#waiting.get(id);
    // A call that was sent twice may be answered twice.
    if (!waiting) return;
    this.#waiting.delete(id);
    waiting.settle(answer);
  }

  connected(): void {
    this.#connected = true;
    this.#deliver();
  }

  disconnected(): void {
    this.#connected = false;
    for (const waiting of this.#waiting.values()) {
      if (!waiting.sent) continue;
      waiting.sent = false;
      if (!isRepeatable(waiting.message.method, waiting.deliveries)) this.#fail(waiting, connectionLost);
    }
  }

  /** The wire refused what was sent last as too large: sending it again would only break the connection again. */
  refusedAsTooLarge(): void {
    const newest = [...this.#waiting.values()].findLast((waiting) => waiting.sent);
    if (newest) this.#fail(newest, tooLarge);
  }

  #fail(waiting: Waiting, error: Failure): void {
    this.answered(waiting.message.id, { ok: false, error });
  }

  #deliver(): void {
    if (!this.#connected) return;
    for (const waiting of this.#waiting.values()) {
      if (waiting.sent) continue;
      waiting.sent = true;
      waiting.deliveries += 1;
      this.#send(waiting.message);
    }
  }
}
