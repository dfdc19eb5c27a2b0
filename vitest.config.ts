import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // Stories start the whole system, and a busy machine takes its time: only what hangs ends by this.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
