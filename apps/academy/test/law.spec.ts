import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The laws are only as good as what they catch: every rule of imports and every ban of the linter is broken here once, in a
 * repository made for the purpose, and must be seen to fire. A rule without a planted violation fails the test too.
 */
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Rule → file → what it imports. */
const planted: Record<string, Record<string, string[]>> = {
  'no-cycles': { 'libs/scorm/src/one.ts': ['./two.js'], 'libs/scorm/src/two.ts': ['./one.js'] },
  'nothing-unresolved': { 'libs/scorm/src/lost.ts': ['./nowhere.js'] },
  'front-door-only': { 'apps/identity/src/main.ts': ['../../../libs/identity/src/person.service.js'] },
  'nobody-imports-an-app': { 'libs/platform/src/up.ts': ['../../../apps/identity/src/main.js'] },
  'no-house-enters-another': { 'libs/catalog/src/course.service.ts': ['@aula/identity'] },
  'houses-make-no-calls': { 'libs/catalog/src/call.service.ts': ['node:http'] },
  'every-file-has-a-room': { 'libs/catalog/src/helped.service.ts': ['./helper.js'], 'libs/catalog/src/helper.ts': [] },
  'contracts-know-nobody': { 'libs/contracts/src/machinery.ts': ['pg'] },
  'standards-are-pure': { 'libs/gift/src/impure.ts': ['@aula/contracts'] },
  'plumbing-knows-no-house': { 'libs/platform/src/knows.ts': ['@aula/identity'] },
  'libs-know-no-scripts': { 'libs/platform/src/launches.ts': ['../../../scripts/start.js'], 'scripts/start.ts': [] },
  'testing-is-for-tests': { 'libs/catalog/src/tested.service.ts': ['@aula/testing'] },
  'only-platform-holds-the-queue': { 'libs/catalog/src/queue.jobs.ts': ['bullmq'] },
  'entities-are-leaves': { 'libs/identity/src/person.entity.ts': ['./person.service.js'] },
  'policies-are-pure': { 'libs/identity/src/person.policy.ts': ['node:fs'] },
  'verbs-know-no-http': { 'libs/identity/src/http.service.ts': ['@nestjs/platform-fastify'] },
  'web-knows-only-contracts': { 'apps/web/src/app/server.ts': ['../../../../libs/identity/src/index.js'] },
  'player-knows-only-the-standard': { 'apps/web/src/player/wide.ts': ['../../../../libs/identity/src/index.js'] },
  'no-web-feature-enters-another': { 'apps/web/src/features/one/a.ts': ['../two/b.js'], 'apps/web/src/features/two/b.ts': [] },
  'web-flows-one-way': { 'apps/web/src/ui/button.ts': ['../features/two/b.js'] },
};

const doors = ['contracts', 'identity', 'testing'].map((lib) => `libs/${lib}/src/index.ts`);

describe('the law of imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aula-law-'));
  let fired: { rule: string; from: string }[] = [];

  beforeAll(() => {
    const plant = (file: string, imports: string[]): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), [...imports.map((name) => `import '${name}';`), 'export {};\n'].join('\n'));
    };
    [...doors, 'libs/identity/src/person.service.ts'].forEach((file) => plant(file, []));
    Object.values(planted).forEach((files) => Object.entries(files).forEach(([file, imports]) => plant(file, imports)));
    ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.test.json', 'package.json'].forEach((file) =>
      copyFileSync(join(repository, file), join(folder, file)),
    );
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps', 'scripts'];
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 });
    const report = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    fired = report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rules = (createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] })
    .forbidden;

  it.each(rules.map(({ name }) => name))('%s fires on a planted violation', (rule) => {
    const files = Object.keys(planted[rule] ?? {});
    expect(fired.filter((each) => each.rule === rule).map(({ from }) => from)).toContain(files[0]);
  });
});

/** Lint rule → file that the code pretends to be → code. */
const bans: [rule: string, file: string, code: string][] = [
  ['no-restricted-syntax', 'libs/catalog/src/index.ts', "export * from './course.service.js';"],
  ['no-restricted-syntax', 'libs/catalog/src/catalog.module.ts', 'forwardRef(() => Course);'],
  ['no-restricted-syntax', 'libs/catalog/src/course.entity.ts', 'class Course { @BeforeCreate() stamp() {} }'],
  ['no-restricted-syntax', 'libs/catalog/src/course.entity.ts', "defineEntity({ name: 'Course', hooks: { beforeCreate: [] } });"],
  ['no-restricted-syntax', 'libs/catalog/src/course.service.ts', 'const at = Date.now();'],
  ['no-restricted-syntax', 'libs/catalog/src/course.service.ts', 'const at = new Date();'],
  ['no-restricted-syntax', 'libs/catalog/src/course.service.ts', 'const draw = Math.random();'],
  ['no-restricted-syntax', 'libs/catalog/src/course.service.ts', 'const id = crypto.randomUUID();'],
  ['no-restricted-syntax', 'apps/academy/src/main.ts', 'const { PORT } = process.env;'],
  ['no-restricted-syntax', 'apps/web/src/app/page.tsx', "import { importColumns } from '@aula/contracts';"],
  ['no-restricted-syntax', 'libs/platform/src/index.ts', "export * from './clock.js';"],
  ['no-await-in-loop', 'libs/catalog/src/course.service.ts', 'for (const course of courses) await course.publish();'],
  ['max-params', 'libs/catalog/src/course.service.ts', 'class Course { constructor(a, b, c, d, e, f) {} }'],
  ['max-lines', 'libs/catalog/src/course.service.ts', 'let x;\n'.repeat(301)],
];

const allowed: [file: string, code: string][] = [
  ['libs/platform/src/clock.ts', 'export const now = () => new Date();'],
  ['apps/web/src/app/page.tsx', "import type { Language } from '@aula/contracts';"],
  ['libs/catalog/src/course.service.ts', "export const at = new Date('2026-01-01T00:00:00Z');"],
];

describe('the bans of the linter', () => {
  let found: string[][] = [];

  beforeAll(() => {
    const cases = [...bans.map(([, file, code]) => [file, code]), ...allowed];
    const script = `
      import { ESLint } from 'eslint';
      import tseslint from 'typescript-eslint';
      const untyped = [tseslint.configs.disableTypeChecked, { languageOptions: { parserOptions: { project: null } } }];
      const eslint = new ESLint({ overrideConfig: untyped });
      const cases = ${JSON.stringify(cases)};
      const results = await Promise.all(cases.map(([filePath, code]) => eslint.lintText(code, { filePath })));
      console.log(JSON.stringify(results.map(([{ messages }]) => messages.map(({ ruleId, message }) => ruleId ?? message))));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: repository, encoding: 'utf8' });
    found = JSON.parse(run.stdout) as string[][];
  });

  it.each(bans.map(([rule, file, code], index) => [rule, file, code.split('\n', 1)[0], index] as const))(
    '%s in %s: %s',
    (rule, _file, _code, index) => {
      expect(found[index]).toContain(rule);
    },
  );

  it.each(allowed.map((each, index) => [...each, index] as const))('%s may say %s', (_file, _code, index) => {
    expect(found[bans.length + index]).not.toContain('no-restricted-syntax');
  });
});
