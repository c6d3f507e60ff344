// Ways to choose a model on this machine: by a picker for folders or archives, or by dropping it on the window.

/** Asks for a folder; its files are passed on. */
export const chooseFolder = (onFiles: (files: File[]) => void): void =>
  pick((input) => (input.webkitdirectory = true), onFiles);

/** Asks for archives. */
export const chooseArchives = (onFiles: (files: File[]) => void): void =>
  pick((input) => {
    input.multiple = true;
    input.accept = '.zip,.tar.gz,.tgz,application/zip,application/gzip';
  }, onFiles);

function pick(set: (input: HTMLInputElement) => void, onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  set(input);
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  input.click();
}

export const isArchive = ({ name }: { name: string }): boolean => /\.(?:zip|tar|tgz|tar\.gz)$/iu.test(name);

/**
 * The files of what was dropped. The desktop knows where a folder lies; a browser shows its files only, which get the
 * path below it that a picker would give them. To be called while the drop is being told: its entries are gone afterwards.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  if (window.bitext) return [...transfer.files];
  const dropped = [...transfer.items].map((item): Promise<File[]> => {
    const entry = item.webkitGetAsEntry();
    if (entry) return filesOf(entry, '');
    // What is no entry of a disk, such as an attachment dragged out of another page, is still a file.
    const file = item.getAsFile();
    return Promise.resolve(file ? [file] : []);
  });
  return (await Promise.all(dropped)).flat();
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<File[]> {
  const path = `${folder}${entry.name}`;
  if (entry.isDirectory) {
    const below = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
    return (await Promise.all(below.map((one) => filesOf(one, `${path}/`)))).flat();
  }
  const file = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject),
  );
  if (folder !== '') Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return [file];
}

/** A reader gives a hundred at a time, until it gives none. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

/** What to call them: the folder, or the archives. */
export const namesOf = (files: readonly Pick<File, 'name' | 'webkitRelativePath'>[]): string =>
  [...new Set(files.map(({ name, webkitRelativePath }) => webkitRelativePath.split('/')[0] || name))].join(
    ', ',
  );
