import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // Stories start the whole system; a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
