import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // Forks, not threads: the Temporal runtime is native and one per process.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // A condition is waited for as long as a busy machine may need.
    expect: { poll: { timeout: 15_000 } },
  },
});
