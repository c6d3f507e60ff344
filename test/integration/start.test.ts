import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run } from '../support/command-line.ts';

test.each([[['--foo']], [['--port']], [['library.db']]])(
  'npm start -- %j ends with the options there are',
  async (args) => {
    const { code, out, err } = await run(process.execPath, [join(root, 'electron/start.ts'), ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/--browser.*--db FILE.*--port N/);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  },
);
