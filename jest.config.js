export default {
  testEnvironment: 'node',
  runtime: '<rootDir>/scripts/jest/native-runtime.ts',
  testTimeout: 120_000, // a busy machine is no failure; what hangs is still found
  testSequencer: '<rootDir>/scripts/jest/longest-first.ts',
  workerIdleMemoryLimit: '1GB', // modules of earlier files stay in a worker's memory: past this a new one is faster
  roots: ['<rootDir>/libs', '<rootDir>/apps'],
  testMatch: ['**/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/(libs|apps)/[^/]+/dist/'],
  globalSetup: '<rootDir>/libs/testing/src/servers.setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/servers.teardown.ts',
  transform: {},
};
