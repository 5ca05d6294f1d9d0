import { readFileSync } from 'node:fs';

/**
 * `npm run lockcheck`: every optional package that the lock names must be in the lock itself. A release whose packages for
 * other platforms were never published leaves a gap there, and `npm ci` fails on the machines that need them. Direct
 * dependencies are pinned exactly and have their reason in docs/dependencies.md.
 */
interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

type Kinds = Record<string, Record<string, string> | undefined>;

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const names = Object.keys(lock.packages);
const isLocked = (name: string): boolean => names.some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));

const gaps = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(name))
    .map((name) => `${path || 'package.json'} ${entry.version ?? ''} lacks ${name}: pin a release that is published whole`),
);
const direct = names
  .filter((path) => path === '' || /^(apps|libs)\/[^/]+$/.test(path))
  .flatMap((path) => ['dependencies', 'devDependencies', 'optionalDependencies'].map((kind) => [path, kind] as const))
  .flatMap(([path, kind]) => Object.entries((lock.packages[path] as Kinds)[kind] ?? {}).map((entry) => [path, ...entry] as const))
  .filter(([, name]) => !name.startsWith('@aula/'));
const ranges = direct
  .filter(([, , version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  .map(([path, name, version]) => `${path || 'package.json'}: ${name} is "${version}": pin one version exactly`);

const described = new Set(
  [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/`([^`\s]+)`(?=[^|]*\|[^|]*\|[^|]*\|$)/gm)].map(([, name = '']) => name),
);
const used = new Set(direct.map(([, name]) => name));
const undescribed = [...used].filter((name) => !described.has(name)).map((name) => `docs/dependencies.md: no row for ${name}`);
const forgotten = [...described].filter((name) => !used.has(name)).map((name) => `docs/dependencies.md: ${name} is no dependency any more`);

const problems = [...gaps, ...ranges, ...undescribed, ...forgotten];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${names.length} entries, complete and pinned`);
}
