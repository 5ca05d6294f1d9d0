import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

export default {
  testEnvironment: 'node',
  testTimeout: 120_000, // a busy machine is no failure; what hangs is still found
  testSequencer: '<rootDir>/libs/testing/src/longest-first.ts',
  workerIdleMemoryLimit: '1GB', // modules of earlier files stay in a worker's memory: past this a new one is faster
  roots: ['<rootDir>/libs', '<rootDir>/apps'],
  testMatch: ['**/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/(libs|apps)/[^/]+/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/libs/testing/src/servers.setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/servers.teardown.ts',
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, module: { type: 'es6' } }] },
  moduleNameMapper: {
    '^@aula/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@aula/([^/]+/test/.+)$': '<rootDir>/libs/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
};
