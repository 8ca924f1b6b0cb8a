import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends the run with one line that people and CI read. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    // A file that could not even be loaded has no tests to fail.
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    const failures = count('failed') + brokenFiles + unhandled.length;
    // A run can also fail outside every test, in the global setup.
    const failed = reason === 'passed' ? failures : Math.max(failures, 1);
    const line = `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`;
    process.once('exit', () => {
      console.log(line);
    });
  }
}
