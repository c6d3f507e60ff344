import { withSession } from '../session.ts';

/** `bitext models`: what is installed, what is known. */
export async function listModels({ json }: { json?: boolean }): Promise<void> {
  await withSession(':memory:', async ({ call }) => {
    const { folder, installed, known } = await call('models.list', {});
    if (json) {
      console.log(JSON.stringify({ folder, installed, known }));
      return;
    }
    console.log(`Models folder: ${folder}\n\nInstalled`);
    for (const model of installed) {
      const note = model.problem ?? (model.closedVocabulary ? 'demo articles only' : '');
      console.log(row(model.id, pairs(model), model.sizeBytes, note));
    }
    console.log('\nKnown');
    for (const model of known) {
      console.log(
        row(
          model.repository,
          pairs(model),
          model.sizeBytes,
          model.supported ? model.licence : `${model.licence}, not supported yet`,
        ),
      );
    }
  });
}

const pairs = ({ source, target }: { source: readonly string[]; target: string }): string =>
  `${source.length > 6 ? `${source.length} languages` : source.join(', ')} → ${target}`;

const row = (name: string, languages: string, sizeBytes: number, note: string): string =>
  `  ${name.padEnd(36)} ${languages.padEnd(26)} ${`${(sizeBytes / 1e6).toFixed(1)} MB`.padStart(10)}  ${note}`.trimEnd();
