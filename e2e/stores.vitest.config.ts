/** The suites of the stores alone, for what knows no stacks. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/contract/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
