import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { latestJob, unfinishedJobs } from '../../../data/store/jobs.ts';
import { countUntranslated } from '../../../data/store/units.ts';
import { bitextProgram, commandLine } from '../../support/command-line.ts';
import { until } from '../../support/hosts.ts';
import { temporaryStore } from '../../support/library.ts';
import { longArticle } from '../../support/newswire.ts';
import { childrenOf, isRunning } from '../../support/processes.ts';

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s cancels the translation, keeps what is there and starts no other one',
  async (signal, code) => {
    const { home, env, bitext, db } = commandLine();
    for (const [name, sentences] of [
      ['lang', 400],
      ['kurz', 20],
    ] as const) {
      writeFileSync(join(home, `${name}.txt`), longArticle(sentences).text);
      await bitext(['import', join(home, `${name}.txt`)]);
    }
    const child = spawn(process.execPath, [bitextProgram, 'translate', '1', '2'], {
      env: { ...process.env, ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => (said.out += String(text)));
    child.stderr.on('data', (text) => (said.err += String(text)));
    await until(() => /: [1-9]\d* of 400/.test(said.err));
    const children = childrenOf(child.pid!);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);

    expect(said.out).toBe('');
    expect(said.err).toMatch(/\nbitext: Interrupted\. What is translated is kept\.\n$/);
    const store = temporaryStore(db);
    expect(latestJob(store, 1)?.state).toBe('cancelled');
    expect(unfinishedJobs(store)).toEqual([]);
    expect(countUntranslated(store, 1)).toBeLessThan(400);
    expect(countUntranslated(store, 2)).toBe(20);
    expect(children.filter(isRunning)).toEqual([]);
  },
);
