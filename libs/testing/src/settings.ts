import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Settings } from '@aula/platform';

/** The secret of every test database: role passwords are derived from it. It protects nothing. */
export const testSecret = 'aula-tests-aula-tests-aula-tests-aula-tests';

/** The settings of one opened test house. */
export const testSettings = (databaseUrl: string, more: Partial<Settings> = {}): Settings => ({
  databaseUrl,
  roleUrls: {},
  secret: testSecret,
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'http://academy.test',
  contentDomain: 'content.test',
  dataFolder: mkdtempSync(path.join(tmpdir(), 'aula-files-')),
  webDist: undefined,
  playerDist: undefined,
  demonstration: false,
  secondFactor: 'optional',
  firstAdministrator: undefined,
  trustProxy: false,
  redisUrl: undefined,
  smtpUrl: undefined,
  mailFrom: 'Aula <no-reply@aula.example>',
  logLevel: 'silent',
  s3: undefined,
  ...more,
});
