import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: ['test/browser/**/*.browser.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    // Each has a system and a browser of its own.
    maxWorkers: 2,
    // A busy machine takes its time: only what hangs ends by this.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
