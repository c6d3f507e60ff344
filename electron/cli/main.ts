#!/usr/bin/env node
/** The command line: the same workbench, the same contract, no window. */
import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { alignFiles } from './commands/align.ts';
import { exportArticles } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import { identify, segment } from './commands/language.ts';
import { list } from './commands/list.ts';
import { installModel, repairModel } from './commands/model-install.ts';
import { verifyModels } from './commands/model-verify.ts';
import { listModels, packModels, removeModels } from './commands/models.ts';
import { translateLines } from './commands/translate-lines.ts';
import { translateArticles } from './commands/translate.ts';
import { reportFailure } from './failure.ts';
import { endWithOutput } from './files.ts';

const program = new Command('bitext')
  .description('Import articles, translate them on this machine, export aligned bilingual text.')
  .version(packageJson.version)
  .showHelpAfterError('(bitext --help lists the commands)')
  .exitOverride();

const db = () => new Option('--db <file>', 'the library, instead of the one in the user data folder');
const json = () => new Option('--json', 'machine-readable output');

program
  .command('import')
  .description('import text files, and all .txt files of folders')
  .argument('<file-or-folder...>')
  .addOption(db())
  .option('--lang <tag>', 'their language, instead of recognising it')
  .addOption(json())
  .action(importFiles);

program
  .command('list')
  .description('id, language, date, units in each state and title of every article, newest first')
  .addOption(db())
  .addOption(json())
  .action(list);

program
  .command('identify')
  .description('name<TAB>language<TAB>confidence of each file; - is standard input')
  .argument('<file...>')
  .option('--lines', 'one answer for every line of the input')
  .addOption(json())
  .action(identify);

program
  .command('segment')
  .description('sentences as JSON, one a line; offsets are UTF-16 code units of the decoded text')
  .argument('<file>', 'a file, or - for standard input')
  .option('--lang <tag>', 'the language of the text')
  .addOption(new Option('--json', 'failures as JSON too'))
  .action(segment);

program
  .command('translate')
  .description('translate articles of the library, or lines from standard input')
  .argument('[id...]')
  .option('--all', 'every article that waits for a translation')
  .addOption(db())
  .option('--model <id>', 'the model to use (see: models)')
  .option('--again', 'also what is translated already; your own texts stay')
  .option('--lines', 'standard input to standard output, a line a sentence')
  .option('--lang <tag>', 'the language of the lines')
  .option('--beam <width>', 'translations of a line to weigh, 1 to 6: slower, a little better', Number)
  .addOption(json())
  .action((ids: string[], options) =>
    options.lines ? translateLines(ids, options) : translateArticles(ids, options),
  );

program
  .command('align')
  .description('pair the sentences of a text with those of its translation')
  .argument('<source>', 'the original, or - for standard input')
  .argument('<target>', 'its translation')
  .requiredOption('--source-lang <tag>', 'the language of the original')
  .option('--target-lang <tag>', 'the language of the translation', 'en')
  .option('--lines', 'a line is a sentence already')
  .option('--mt <file>', 'a machine translation of the original, a line a sentence')
  .option('--format <format>', 'beads, tsv or tmx', 'beads')
  .option('-o, --output <file>', 'standard output when left out')
  .action(alignFiles);

program
  .command('export')
  .description('write aligned bilingual text')
  .argument('[id...]')
  .option('--all', 'every article of the library')
  .requiredOption('--format <format>', 'tmx, html, tsv or jsonl')
  .option(
    '--state <state...>',
    'only units in these states, apart by spaces or commas (default: draft,edited,approved)',
  )
  .option('-o, --output <path>', 'a file, or a folder; standard output when left out')
  .addOption(db())
  .addOption(new Option('--json', 'what was written, as JSON; needs -o'))
  .action(exportArticles);

const models = program
  .command('models')
  .description('installed and known models; its commands get, check, pack and remove them');

models
  .command('list', { isDefault: true })
  .description('installed and known models, and what was begun')
  .addOption(json())
  .action(listModels);

models
  .command('install')
  .description('a known model from the hub, or the models in a folder, .zip or .tar.gz')
  .argument('<id-or-path>')
  .option('--accept-licence', 'agree to a licence that allows no commercial use')
  .addOption(json())
  .action(installModel);

models
  .command('verify')
  .description('read every byte of a model, or of all')
  .argument('[id]')
  .addOption(json())
  .action(verifyModels);

models
  .command('repair')
  .description('get those files again that are not right')
  .argument('<id>')
  .option('--accept-licence', 'agree to a licence that allows no commercial use')
  .addOption(json())
  .action(repairModel);

models.command('remove').argument('<id...>').addOption(json()).action(removeModels);

models
  .command('pack')
  .description('for another computer: a folder bitext-models in PATH, or one file PATH.tar.gz')
  .argument('[id...]', 'all that are installed when left out')
  .requiredOption('-o, --output <path>')
  .addOption(json())
  .action(packModels);

program
  .command('serve')
  .description('the app in a browser, on this machine only')
  .option('--port <number>', 'instead of any free one')
  .addOption(db())
  .action(async (options: { port?: string; db?: string }) => {
    const { runBrowserHost } = await import('../browser/host.ts');
    await runBrowserHost({ ...options, openBrowser: false });
  });

endWithOutput();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error, process.argv.includes('--json'));
}
