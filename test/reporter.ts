import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output with a plain line of counts, which scripts can read. */
export default class PlainCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()]);
    const count = (state: string) => tests.filter(test => test.result().state === state).length;
    // A file that could not be loaded, or an error outside of any test, is a failure too.
    const broken = modules.filter(module => module.errors().length > 0).length + errors.length;
    const skipped = tests.filter(test => test.result().state === 'skipped').map(test => test.fullName);
    process.on('exit', () => {
      const more = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
      console.log(`${count('passed')} passed, ${count('failed') + broken} failed${more}`);
      // Not where a filter on the command line left them out.
      const isFiltered = process.argv.some(argument => /^(-t|--testNamePattern)/.test(argument));
      if (skipped.length > 0 && !isFiltered) console.log(`Could not run here: ${skipped.join('; ')}`);
    });
  }
}
