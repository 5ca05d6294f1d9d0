import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync, type Options, type Output } from '@swc/core';

/*
 * How a Jest worker loads modules: by Node's own loader, with TypeScript compiled on the way. What houses and packages are made of is
 * loaded once per worker; what lies under `test/` once per test file.
 */
const root = path.resolve(import.meta.dirname, '../..');
const compiler = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8')) as Options;
const globalsUrl = 'aula:jest-globals';
const globalsKey = 'aula.jest-globals';
const isOurs = (file: string): boolean => file.startsWith(root) && !file.includes('/node_modules/');
const isOfTests = (file: string): boolean => /^\/(libs|apps)\/[^/]+\/test\//.test(file.slice(root.length));
let run = 0;

/** The address of a test file that has not been loaded yet, however often the file was. */
export const anew = (file: string): string => {
  run++;
  return pathToFileURL(file).href;
};

/** What `@jest/globals` gives the test file that is loaded next. */
export const setGlobals = (globals: object): void => {
  Object.assign(globalThis, { [Symbol.for(globalsKey)]: globals });
};

/** Modules outlive the test file that loaded them first: they are given stand-ins for the functions of the file that runs. */
const globalsSource = `
const current = () => globalThis[Symbol.for('${globalsKey}')];
const standIn = (name) => new Proxy(function () {}, {
  apply: (_, __, values) => current()[name](...values),
  get: (_, key) => current()[name][key],
});
${['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'test'].map((name) => `export const ${name} = standIn('${name}');`).join('\n')}`;

const compile = (file: string): Output =>
  transformSync(readFileSync(file, 'utf8'), { ...compiler, swcrc: false, filename: file, sourceMaps: true, module: { type: 'es6' } });

/** The source of `specifier`, where it is TypeScript of this repository. */
const sourceOf = (specifier: string, parent: string | undefined): string | undefined => {
  const house = /^@aula\/([^/]+)(\/test\/.+)?$/.exec(specifier);
  if (house) return path.join(root, 'libs', house[1]!, house[2] ? `${house[2]}.ts` : 'src/index.ts');
  if (specifier.startsWith('file:')) return fileURLToPath(specifier);
  if (!specifier.startsWith('.') || !parent?.startsWith('file:')) return undefined;
  const file = path.resolve(path.dirname(fileURLToPath(parent)), specifier);
  if (!isOurs(file)) return undefined;
  const typed = file.replace(/\.js$/, '.ts');
  return existsSync(typed) ? typed : undefined;
};

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globalsUrl, shortCircuit: true };
    const file = sourceOf(specifier, context.parentURL);
    if (file === undefined || !isOurs(file) || !file.endsWith('.ts')) return next(specifier, context);
    return { url: `${pathToFileURL(file).href}${isOfTests(file) ? `?run=${String(run)}` : ''}`, shortCircuit: true };
  },
  load(url, context, next) {
    if (url === globalsUrl) return { format: 'module', source: globalsSource, shortCircuit: true };
    const file = url.startsWith('file:') ? fileURLToPath(url) : '';
    if (!isOurs(file) || !file.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: compile(file).code, shortCircuit: true };
  },
});

/** Where the source map of a compiled module lies, for traces that name lines of TypeScript; written when first asked for. */
export const sourceMaps = new (class extends Map<string, string> {
  private folder = '';

  override get(url: string): string | undefined {
    const file = url.startsWith('file:') ? fileURLToPath(url) : '';
    if (!isOurs(file) || !file.endsWith('.ts')) return undefined;
    this.folder ||= mkdtempSync(path.join(tmpdir(), 'aula-maps-'));
    const kept = path.join(this.folder, `${path.relative(root, file).replaceAll('/', '_')}.map`);
    if (!existsSync(kept)) writeFileSync(kept, compile(file).map ?? '');
    return kept;
  }
})();
