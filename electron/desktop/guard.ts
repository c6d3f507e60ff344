import { app, shell, type Session, type WebContents } from 'electron';
import { isOurs } from './scheme.ts';
import { hasSystemSpellchecker } from './window.ts';

/**
 * Denies what the app never needs, for every page that is ever made: other addresses, new windows, embedded views,
 * permissions (camera, location, notifications …) and every network request.
 */
export function denyEverythingElse(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  // Its dictionaries would be downloaded by the browser process, which `onBeforeRequest` does not see.
  session.setSpellCheckerEnabled(hasSystemSpellchecker);
  session.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !isOurs(request.url) && !isLocalData(request.url) });
  });
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/** Blobs and data URLs hold what the page made itself: an export that is about to be saved. */
const isLocalData = (url: string): boolean => /^(?:blob|data|devtools):/.test(url);

/** Where models are downloaded from, and where their figures are published: all that the window links to outside. */
const modelPages = [
  'https://huggingface.co/',
  'https://github.com/Helsinki-NLP/',
  'https://github.com/huggingface/',
];

const isModelPage = (url: string): boolean => modelPages.some((page) => url.startsWith(page));

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    // The system's browser shows it, because the editor clicked it; the app itself asks for nothing.
    if (isModelPage(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
