import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks', testTimeout: 20_000, hookTimeout: 60_000 } as const;
// A first start of the lab downloads an engine and builds a base image.
const MINUTES = 60_000;

// The folders of src/: what is in them is tested by tables and on parts that need no engine.
const ROOMS = readdirSync('src', { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));

export default defineConfig({
  test: {
    dir: 'test',
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 2,
    // The quick ones first: each group starts when the one before has ended. More workers than cores where tests wait.
    projects: [
      {
        test: {
          ...shared,
          name: 'quick',
          dir: 'test',
          include: [`{${ROOMS.join()},action}/**/*.test.ts`, '*.test.ts'],
          exclude: ['mount/serve/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'lab',
          dir: 'test',
          include: ['{lab,mount/serve}/**/*.test.ts'],
          maxWorkers: 4,
          hookTimeout: 10 * MINUTES,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          dir: 'test',
          include: ['e2e/**/*.test.ts'],
          maxWorkers: 3,
          testTimeout: 5 * MINUTES,
          // Another run on this lab is waited for, and so is another file where there is one engine for all.
          hookTimeout: 40 * MINUTES,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
