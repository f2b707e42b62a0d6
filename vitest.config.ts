import { defineConfig } from 'vitest/config';

/** What starts processes, threads and servers of its own, as people do: it takes seconds where a unit takes milliseconds. */
const PROCESSES = [
  'tests/server/{backup,demo,notifiers}/**/*.test.ts',
  'tests/server/cli/{commands,imports}/**/*.test.ts',
  'tests/server/jobs/start-worker.test.ts',
  'tests/server/report-formats/pdf.test.ts',
  'tests/server/surveys/{remind-by-mail,send-survey-mail}.test.ts',
  'tests/server/tasks/start-task-threads.test.ts',
];

const databases = {
  globalSetup: ['tests/support/postgres-setup.ts'],
  setupFiles: ['tests/support/no-console-errors.ts'],
};

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
          ...databases,
          include: ['tests/{app,db,rubrics,server,regressions}/**/*.test.{ts,tsx}'],
          exclude: PROCESSES,
          // what is loaded once serves every file, as in a running service; each test has a database of its own
          isolate: false,
        },
      },
      { test: { ...shared, ...databases, name: 'processes', include: PROCESSES, testTimeout: 60_000 } },
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
