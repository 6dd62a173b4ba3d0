import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    globals: false,
    globalSetup: ['test/support/one-postgres.ts'],
    pool: 'forks',
    // Nothing here is ambient, so files need no process each; that they can share one is itself a test of that.
    isolate: false,
    // One more than the cores of a small machine: many tests wait for a process, a server or a clock.
    maxWorkers: 3,
    // Generous: on a machine that is busy with other things a test is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
