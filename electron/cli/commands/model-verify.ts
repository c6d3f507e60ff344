import { CommandError, withSession } from '../session.ts';

/** `bitext models verify [ID]`: every byte of one model, or of all. Exit code 1 when one is damaged. */
export async function verifyModels(id: string | undefined, { json }: { json?: boolean }): Promise<void> {
  await withSession(':memory:', async ({ call }) => {
    const results = await call('models.verify', id === undefined ? {} : { model: id });
    const damaged = results.flatMap(({ problem }) => (problem ? [problem] : []));
    if (json) console.log(JSON.stringify(results));
    else {
      for (const { model, files, sizeBytes, problem } of results)
        console.log(
          `${model}\t${problem ? 'damaged' : `right, ${files} files, ${(sizeBytes / 1e6).toFixed(1)} MB`}`,
        );
    }
    const [first] = damaged;
    if (first) {
      throw new CommandError(damaged.map(({ message }) => message).join('\n'), {
        code: first.code,
        isInOutput: true,
      });
    }
  });
}
