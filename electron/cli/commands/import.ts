import { normaliseTag } from '../../../models/languages.ts';
import type { Article, ImportResult } from '../../contract.ts';
import { articleFiles, inputName, readInput } from '../files.ts';
import { CommandError, withSession } from '../session.ts';

interface Options {
  db?: string;
  json?: boolean;
  lang?: string;
}

type FileResult = ImportResult & { path: string };

/** `bitext import`: one line a file on standard output, failures on standard error. */
export async function importFiles(paths: string[], { db, json, lang }: Options): Promise<void> {
  // Said once, before any file is read: it is not the files' fault.
  const language = lang === undefined ? {} : { language: normaliseTag(lang) };
  const files = articleFiles(paths);
  if (files.length === 0)
    throw new CommandError('There is no .txt file in the folder. Other formats come later.');
  await withSession(db, async ({ call }) => {
    const results: FileResult[] = [];
    // One file at a time: an unreadable one is reported like an unusable one, and memory holds one article.
    for (const path of files) results.push(await importFile(path));
    if (json) console.log(JSON.stringify(results));
    const failed = results.filter((result) => result.status === 'failed');
    if (failed.length > 0)
      throw new CommandError(failed.map((result) => result.message).join('\n'), { isInOutput: true });

    async function importFile(path: string): Promise<FileResult> {
      const result = { ...(await readAndImport(path)), path };
      if (!json) print(result);
      return result;
    }

    async function readAndImport(path: string): Promise<ImportResult> {
      try {
        const { name, bytes } = readInput(path);
        const [result] = await call('library.import', {
          files: [{ name, base64: bytes.toString('base64') }],
          ...language,
        });
        if (!result) throw new Error('an import without a result');
        return result;
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        return { status: 'failed', name: inputName(path), code: error.code, message: error.message };
      }
    }
  });
}

function print(result: ImportResult): void {
  if (result.status === 'imported') console.log(`imported\t${line(result.article)}`);
  if (result.status === 'duplicate') console.log(`already there\t${line(result.article)}`);
}

function line({ id, language, counts, title }: Article): string {
  const total = counts.untranslated + counts.draft + counts.edited + counts.approved;
  return `${id}\t${language ?? 'und'}\t${counts.approved}/${total} approved\t${title}`;
}
