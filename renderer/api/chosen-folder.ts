/**
 * The path of the folder that was chosen, from that of one of its files; the file's own path where no folder was.
 *
 * @param path where the file lies, in the system's own spelling
 */
export function topOf(path: string, { webkitRelativePath }: Pick<File, 'webkitRelativePath'>): string {
  const below = webkitRelativePath.split('/').length - 1;
  const mark = path.includes('\\') ? '\\' : '/';
  return below < 1 ? path : path.split(/[/\\]/u).slice(0, -below).join(mark);
}
