/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * Whether a path that a stranger wrote (an archive, a manifest, a browser) stays below the folder it is joined to, on every system:
 * relative, parted by `/`, without `..`, drive letters, streams or control characters.
 */
export function isSafePath(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= 1024 &&
    !/[\\:*?"<>|\p{Cc}]/u.test(path) &&
    path
      .split('/')
      .every((part) => part !== '' && !/^\.+$/u.test(part) && !/[. ]$/u.test(part) && !DEVICE.test(part))
  );
}

/** Whether a name that a stranger wrote is that of a repository, owner/name, so that it can be a folder's, too. */
export const isRepository = (name: string): boolean =>
  /^\w[\w.-]{0,95}\/\w[\w.-]{0,95}$/u.test(name) && isSafePath(name);
