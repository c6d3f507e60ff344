import { history, redo, redoDepth, standardKeymap, undo, undoDepth } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { saver } from '../api/cache.ts';
import { styleNonce } from '../app/nonce.ts';

/** Where the caret goes when a unit becomes active; `row` is the row itself, `stay` leaves the focus where it is. */
export type Place = 'end' | 'row' | 'stay' | { x: number; y: number };

/** All that the review knows of its editor. */
export interface EditorHandle {
  focus(place: Place): void;
  text(): string;
  /** Puts a text in the place of the whole, as one step of the editor's own history. */
  replace(text: string): void;
  /** Take one step of the editor's own history; false when it has none. */
  undo(): boolean;
  redo(): boolean;
}

interface Props {
  ref: Ref<EditorHandle>;
  unit: number;
  target: string;
  label: string;
  place: Place;
  onType: (text: string) => void;
  onLeave: () => void;
}

// The same metrics as the text of a row at rest, so that nothing moves when the editor comes.
const metrics = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink-3)', fontStyle: 'italic' },
});

/** The editor of the active unit's target text. */
export function TargetEditor({ ref, unit, target, label, place, onType, onLeave }: Props) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const typed = useEffectEvent(onType);
  const left = useEffectEvent(onLeave);

  const focus = (to: Place) => {
    const editor = view.current;
    if (!editor || to === 'stay') return;
    if (to === 'row') return parent.current?.closest<HTMLElement>('[role="row"]')?.focus();
    const anchor =
      typeof to === 'object' ? (editor.posAtCoords(to) ?? editor.state.doc.length) : editor.state.doc.length;
    editor.focus();
    editor.dispatch({ selection: { anchor } });
  };

  // CodeMirror lives outside React; the parent gives the component a new key for each stay.
  useEffect(() => {
    if (!parent.current) return undefined;
    const editor = new EditorView({
      parent: parent.current,
      state: EditorState.create({ doc: target, extensions: extensions(label, typed, left) }),
    });
    view.current = editor;
    focus(place);
    return () => {
      view.current = null;
      editor.destroy();
    };
    // oxlint knows no effect events; the rest is read once, at the beginning of the stay.
  }, []);

  // A text that came from elsewhere (the machine, an undo, another window), unless a newer one is being typed here.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === target || saver.pending().has(unit)) return;
    const head = Math.min(editor.state.selection.main.head, target.length);
    editor.setState(
      EditorState.create({
        doc: target,
        selection: { anchor: head },
        extensions: extensions(label, typed, left),
      }),
    );
  }, [target]);

  useImperativeHandle(ref, () => ({
    focus,
    text: () => view.current?.state.doc.toString() ?? target,
    replace: (text) => {
      const editor = view.current;
      if (!editor) return;
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: text },
        selection: { anchor: text.length },
        userEvent: 'input.replace',
      });
      editor.focus();
    },
    undo: () => (view.current && undoDepth(view.current.state) > 0 ? undo(view.current) : false),
    redo: () => (view.current && redoDepth(view.current.state) > 0 ? redo(view.current) : false),
  }));

  return <div ref={parent} data-testid="target-editor" />;
}

function extensions(label: string, onType: (text: string) => void, onLeave: () => void): Extension {
  return [
    history(),
    // The command table holds the window's keys; here are only those of moving and deleting.
    keymap.of([...standardKeymap]),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(styleNonce()),
    EditorView.contentAttributes.of({
      'aria-label': label,
      lang: 'en',
      dir: 'ltr',
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onType(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({ blur: () => onLeave() }),
    placeholder('Type the translation'),
    metrics,
  ];
}
