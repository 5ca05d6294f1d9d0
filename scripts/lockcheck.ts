import { readFileSync } from 'node:fs';

/**
 * `npm run lockcheck`: every optional package that the lock names must be in the lock itself. A release whose packages for
 * other platforms were never published leaves a gap there, and `npm ci` fails on the machines that need them.
 */
interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const names = Object.keys(lock.packages);
const isLocked = (name: string): boolean => names.some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));

const gaps = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(name))
    .map((name) => `${path || 'package.json'} ${entry.version ?? ''} lacks ${name}: pin a release that is published whole`),
);
const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  names
    .filter((path) => path === '' || /^(apps|libs)\/[^/]+$/.test(path))
    .flatMap((path) =>
      Object.entries((lock.packages[path] as Record<string, Record<string, string> | undefined>)[kind] ?? {}).map(
        (entry) => [path, ...entry] as const,
      ),
    )
    .filter(([, name, version]) => !name.startsWith('@aula/') && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([path, name, version]) => `${path || 'package.json'}: ${name} is "${version}": pin one version exactly`),
);

const problems = [...gaps, ...ranges];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${names.length} entries, complete and pinned`);
}
