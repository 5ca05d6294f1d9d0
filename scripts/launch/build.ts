import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture } from '../check/run.ts';

/** One product of the build, and what it is made from. */
interface Product {
  name: string;
  command: string;
  /** Files and folders whose content decides; tests and earlier products in them do not count. */
  sources: readonly string[];
  /** What must be there afterwards. */
  result: string;
}

const server: Product = {
  name: 'server',
  command: 'npm run -s build:node',
  sources: ['libs', ...serverDoors(), 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'],
  result: 'apps/academy/dist/main.js',
};

const web: Product = {
  name: 'web application',
  command: 'npm run -s -w apps/web bundle', // its types are the concern of `npm run check`
  sources: ['apps/web', 'libs/contracts', 'libs/scorm', 'tsconfig.base.json', 'package-lock.json'],
  result: 'apps/web/dist/index.html',
};

/** Compiles the server where its sources changed since the last time; `end` breaks it off, `say` hears of the progress. */
export const buildServer = (end: AbortSignal, say: (line: string) => void): Promise<void> => build(server, end, say);

/** The same for the web application. */
export const buildWeb = (end: AbortSignal, say: (line: string) => void): Promise<void> => build(web, end, say);

async function build(product: Product, end: AbortSignal, say: (line: string) => void): Promise<void> {
  const stamp = join('node_modules', '.cache', 'aula', `${product.name.split(' ')[0]}.sources`);
  const digest = digestOf(product.sources);
  if (existsSync(product.result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say(`building the ${product.name}`);
  const { code, output } = await capture(product.command, { end });
  end.throwIfAborted();
  if (code !== 0) throw new Error(`The build of the ${product.name} failed (${product.command}):\n${output.split('\n', 40).join('\n')}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  say(`the ${product.name} is built`);
}

function serverDoors(): string[] {
  return readdirSync('apps')
    .filter((name) => name !== 'web')
    .map((name) => join('apps', name));
}

/** SHA-256 over names and contents: times of change mean nothing after a checkout or a copy. */
function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries
    .filter(({ name }) => !['dist', 'test', 'node_modules'].includes(name) && !name.endsWith('.tsbuildinfo'))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}
