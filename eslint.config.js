import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

/** Bans of every file. */
const everywhere = [
  ban('ExportAllDeclaration', 'Name what you export: `export *` hides cycles (CONVENTIONS 16).'),
  ban("CallExpression[callee.name='forwardRef']", 'A cycle is a missing event or a misplaced verb: no forwardRef.'),
];

const hooks = 'BeforeCreate|AfterCreate|BeforeUpdate|AfterUpdate|BeforeUpsert|AfterUpsert|BeforeDelete|AfterDelete|OnInit|OnLoad';

/** Bans of product code that runs on the server. */
const onTheServer = [
  ...everywhere,
  ban(`Decorator[expression.callee.name=/^(${hooks})$/]`, 'No hidden work in lifecycle hooks: the verb says what it does.'),
  ban(
    "CallExpression[callee.name='defineEntity'] Property[key.name='hooks']",
    'No hidden work in lifecycle hooks: the verb says what it does.',
  ),
  ban('ImportSpecifier[imported.name=/^(EventSubscriber|Subscriber)$/]', 'No hidden work in subscribers: the verb records its fact.'),
];

/** Bans of product code outside `platform`, which alone holds clock, ids, chance and configuration. */
const outsidePlatform = [
  ...onTheServer,
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Time is injected: clock.now().'),
  ban("NewExpression[callee.name='Date'][arguments.length=0]", 'Time is injected: clock.now().'),
  ban("CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Chance is injected: use the random port of platform.'),
  ban(
    'Identifier[name=/^(randomUUID|randomBytes|randomInt)$/]',
    'Ids and chance are injected: ids.next() and the random port of platform.',
  ),
  ban("MemberExpression[object.name='process'][property.name='env']", 'Configuration is read in platform only and handed in.'),
  ban('ImportDeclaration[source.value=/^(node:)?process$/]', 'Configuration is read in platform only and handed in.'),
];

/** Bans of the web: what it takes of `contracts` are types; values would bring zod, its weight and its `eval`, into the page. */
const inTheBrowser = [
  ...everywhere,
  ban(
    "ImportDeclaration[source.value='@aula/contracts'][importKind!='type']",
    'The browser takes types alone of contracts: `import type`.',
  ),
];

export default defineConfig(
  globalIgnores(['**/dist/', '.data/', 'coverage/', 'test-output/']),
  { linterOptions: { noInlineConfig: true } },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.test.json', './apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', { max: 5 }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'server code',
    files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts'],
    ignores: ['libs/testing/**', 'apps/web/**'],
    rules: { 'no-restricted-syntax': ['error', ...outsidePlatform], 'no-await-in-loop': 'error' },
  },
  {
    name: 'platform holds clock, ids, chance and configuration; its loops drain queues and retry',
    files: ['libs/platform/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...onTheServer], 'no-await-in-loop': 'off' },
  },
  {
    name: 'the browser',
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'no-restricted-syntax': ['error', ...inTheBrowser],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // An event handler of React may be a promise; what it rejects with is shown by the query client.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { name: 'commands speak to a person', files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    name: 'files outside the TypeScript projects',
    files: ['**/*.{js,cjs,mjs}', 'apps/web/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  },
);
