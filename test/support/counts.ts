import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, `12 passed, 0 failed, 1 skipped`, preceded by why each skipped test was. */
export default class Counts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const withState = (state: string) => tests.filter((test) => test.result().state === state);
    for (const test of withState('skipped')) {
      const result = test.result();
      const reason = result.state === 'skipped' && result.note ? `: ${result.note}` : '';
      process.stdout.write(`skipped: ${test.fullName}${reason}\n`);
    }
    const broken = modules.reduce((sum, module) => sum + module.errors().length, 0);
    const failed = withState('failed').length + broken;
    process.stdout.write(
      `\n${withState('passed').length} passed, ${failed} failed, ${withState('skipped').length} skipped\n`,
    );
  }
}
