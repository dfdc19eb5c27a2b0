import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // By itself it leaves a core free, and the tests take twice as long on a machine with two.
    maxWorkers: '100%',
    // Stories start the whole system, and a busy machine takes its time: only what hangs ends by this.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
