import { defineConfig } from 'vitest/config';

const shared = { globals: false, retry: 0, restoreMocks: true, testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // tests wait for databases more than they compute
    maxWorkers: 4,
    projects: [
      { test: { ...shared, name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/{app,db,rubrics,server,regressions}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          setupFiles: ['tests/support/no-console-errors.ts'],
        },
      },
      { test: { ...shared, name: 'interop', include: ['tests/interop/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/build-product.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
