import { describe } from 'vitest';
import { browserHost, childProcess, inProcess, overSocket } from '../../support/hosts.ts';
import { contractSuite } from './suite.ts';

describe('over dispatch in process (command line)', () => {
  contractSuite(inProcess);
});

describe('over the child channel (desktop)', () => {
  contractSuite(childProcess);
});

describe('over the loopback socket (browser)', () => {
  contractSuite(async () => overSocket((await browserHost()).port));
});
