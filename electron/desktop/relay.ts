import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { connectionLost, isRepeatable, type Answer } from '../contract.ts';
import type { WorkbenchProcess } from '../process/supervised.ts';
import type { Reply, Request } from '../wire.ts';
import { CALL, CONNECTION, EVENT, type Call, type Standing } from './channels.ts';
import { isOurs } from './scheme.ts';

interface Pending {
  request: Request;
  /** How often it was sent. */
  deliveries: number;
  resolve: (answer: Answer<unknown>) => void;
}

/**
 * Carries calls from the window to the workbench process and answers and events back.
 * While the process is down calls wait, and are sent again when it is back, except those that may not be made twice.
 */
export class Relay {
  #workbench: WorkbenchProcess | undefined;
  #window: BrowserWindow | undefined;
  #lastId = 0;
  #problem: string | null = null;
  readonly #pending = new Map<number, Pending>();

  constructor() {
    ipcMain.handle(CALL, (event, call: Call) => this.#call(event, call));
  }

  get isAttached(): boolean {
    return this.#window !== undefined;
  }

  connect(workbench: WorkbenchProcess): void {
    this.#workbench = workbench;
  }

  attach(window: BrowserWindow): void {
    this.#window = window;
    window.once('closed', () => (this.#window = undefined));
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }

  receive(reply: Reply): void {
    if ('event' in reply) {
      this.#window?.webContents.send(EVENT, reply.event);
      return;
    }
    this.#pending.get(reply.id)?.resolve(reply.answer);
    this.#pending.delete(reply.id);
  }

  setConnected(connected: boolean): void {
    if (connected) this.#problem = null;
    this.#tell({ isConnected: connected, problem: this.#problem });
    for (const pending of this.#pending.values()) {
      const { request, deliveries } = pending;
      if (connected) this.#deliver(pending);
      else if (deliveries > 0 && !isRepeatable(request.method, deliveries))
        this.receive({ id: request.id, answer: { ok: false, error: connectionLost } });
    }
  }

  /** The workbench does not start again, for this reason. */
  refused(reason: string): void {
    this.#problem = reason;
    this.#tell({ isConnected: false, problem: reason });
  }

  #tell(standing: Standing): void {
    this.#window?.webContents.send(CONNECTION, standing);
  }

  #deliver(pending: Pending): void {
    if (this.#workbench?.send(pending.request)) pending.deliveries += 1;
  }

  #call(event: IpcMainInvokeEvent, { method, input }: Call): Promise<Answer<unknown>> {
    // Only the top frame of our own page may speak; anything else is a page that should not be there.
    if (
      !event.senderFrame ||
      event.senderFrame !== event.sender.mainFrame ||
      !isOurs(event.senderFrame.url)
    ) {
      const message = 'This page may not speak to the app.';
      return Promise.resolve({ ok: false, error: { code: 'sender.untrusted', message } });
    }
    return new Promise((resolve) => {
      const pending = { request: { id: ++this.#lastId, method, input }, deliveries: 0, resolve };
      this.#pending.set(pending.request.id, pending);
      this.#deliver(pending);
    });
  }
}
