import { useEffect, useLayoutEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { commandRows, type CommandId } from './table.ts';

type Handlers = Partial<Record<CommandId, () => void>>;

/** Who answers a command just now: the views that are on screen. The one that came last wins. */
const registered: { current: Handlers }[] = [];

const handlerOf = (id: CommandId) => registered.findLast(({ current }) => current[id])?.current[id];

/** Runs a command as its key would; nothing happens when no view on screen answers it. */
export const run = (id: CommandId): void => handlerOf(id)?.();

/** Answers commands for as long as the component is on screen. */
export function useCommands(handlers: Handlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  // The registry lies outside React, because keys arrive outside React.
  useEffect(() => {
    registered.push(latest);
    return () => void registered.splice(registered.indexOf(latest), 1);
  }, []);
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Binds the table's keys to the window; returns how to unbind them. */
export function bindKeys(): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const { id, keys, inFields } of commandRows) {
    for (const key of keys) {
      bindings[key] = (event) => {
        const handler = handlerOf(id);
        // A dialog or a menu has the keyboard to itself, an input method its composition, and a field its own undo.
        if (!handler || event.isComposing || document.querySelector('[aria-modal="true"], [role="menu"]'))
          return;
        if (isField(event.target) && !inFields) return;
        event.preventDefault();
        handler();
      };
    }
  }
  return tinykeys(window, bindings, { ignore: () => false });
}
