/** @returns {Promise<import('jest').Config>} */
module.exports = async () => ({
  testEnvironment: '<rootDir>/scripts/jest-environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-transform.cjs' },
  moduleNameMapper: await (await import('./scripts/jest-packages.mjs')).bundlePackages(),
  coverageProvider: 'v8',
  // A busy machine is slow; a test that hangs has a fault, however late that is said.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/before-run.ts',
  globalTeardown: '<rootDir>/test/support/after-run.ts',
  testSequencer: '<rootDir>/scripts/jest-sequencer.cjs',
  // Both cores of a small machine: most tests wait for a server.
  maxWorkers: '100%',
});
