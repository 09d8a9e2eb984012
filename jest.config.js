/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-transform.cjs' },
  coverageProvider: 'v8',
  // A busy machine is slow; a test that hangs has a fault, however late that is said.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/before-run.ts',
  globalTeardown: '<rootDir>/test/support/after-run.ts',
  // Both cores of a small machine: most tests wait for a server.
  maxWorkers: '100%',
};
