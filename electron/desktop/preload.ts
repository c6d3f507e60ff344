/** The only bridge between the page and the rest: four functions, no Node, no Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL, CONNECTION, EVENT } from './channels.ts';

const listen = (channel: string) => (listener: (payload: unknown) => void) => {
  const hear = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(channel, hear);
  return () => void ipcRenderer.off(channel, hear);
};

contextBridge.exposeInMainWorld('bitext', {
  call: (method: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CALL, { method, input }) as Promise<unknown>,
  onEvent: listen(EVENT),
  onConnection: listen(CONNECTION),
  // Of a file that the editor chose or dropped; anything else has none.
  pathOf: (file: File): string => webUtils.getPathForFile(file),
});
