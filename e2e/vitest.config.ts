import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The suite of every store also runs against the target's DynamoDB.
    include: ['e2e/**/*.test.ts', 'test/contract/**/*.test.ts'],
    reporters: ['verbose', './test/support/closing-line.ts'],
    // A chapter that fails spoils the ones after it.
    bail: 1,
    // Deploying is the longest; minutes on AWS. Only what hangs ends by this.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
