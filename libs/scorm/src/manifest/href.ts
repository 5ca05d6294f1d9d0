import { normalisePath, percentDecode, type FileIndex, type Match } from './file-index.js';
import type { Findings } from './findings.js';
import type { Launch } from './manifest.js';

/**
 * Where an href leads. `missing`: inside the package, but there is no such file. `refused`: it can never be opened; how grave that is
 * depends on who needs it, so the caller reports it.
 */
export type Target =
  | { kind: 'file'; launch: Launch }
  | { kind: 'external'; url: string }
  | { kind: 'missing'; path: string }
  | { kind: 'refused'; code: 'href-outside-package' | 'href-scheme-refused' };

/** Resolves the addresses of one manifest against the files of its archive. */
export class HrefResolver {
  /** `folder`: where the manifest lies, '' or ending in a slash. */
  constructor(
    private readonly index: FileIndex,
    private readonly folder: string,
    private readonly findings: Findings,
  ) {}

  /** `bases`: the xml:base values from the outermost element inwards, empty ones included. IMS CP 1.1.4, xml:base; RFC 3986, 5.2. */
  resolve(href: string, bases: readonly string[], line: number): Target {
    const { path, query, fragment } = splitReference(href.trim());
    const address = this.withSlashes(path, href, line);
    const chain = [...bases.map((base) => base.trim().replaceAll('\\', '/')), address];
    const absolute = chain.findLastIndex((part) => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(part));
    if (absolute >= 0) return absoluteTarget(chain.slice(absolute), query + fragment);
    const paths = this.candidates(chain, href, line);
    if (paths.length === 0) return { kind: 'refused', code: 'href-outside-package' };
    const match = first(paths, (each) => this.index.find(each));
    if (!match) return { kind: 'missing', path: percentDecode(paths[0] ?? '') };
    this.report(match, href, line);
    return { kind: 'file', launch: { path: match.file, query, fragment } };
  }

  private withSlashes(path: string, href: string, line: number): string {
    if (path.includes('\\')) this.findings.add('href-backslash', { href }, { line });
    return path.replaceAll('\\', '/');
  }

  /**
   * The path by the rule first; then with each base read as a folder although its last slash is missing. A leading slash means the
   * manifest's own folder: there is no site to be the root of.
   */
  private candidates(chain: readonly string[], href: string, line: number): string[] {
    if (chain.at(-1)?.startsWith('/')) this.findings.add('href-rooted', { href }, { line });
    const strict = chain.reduce(joinBase, '');
    const loose = chain.filter((part) => part !== '').join('/');
    const paths = [strict, loose].map((path) => this.folder + path.replace(/^\/+/, ''));
    return [...new Set(paths)].filter((path) => normalisePath(percentDecode(path)) !== undefined);
  }

  private report({ file, by }: Match, href: string, line: number): void {
    if (by === 'case') this.findings.add('href-case-mismatch', { href, file }, { line });
    if (by === 'encoding') this.findings.add('href-encoding-mismatch', { href, file }, { line });
  }
}

/** Only http(s) pages may lie elsewhere; `javascript:`, `file:`, drive letters and the like are refused. */
function absoluteTarget([base = '', ...relative]: readonly string[], rest: string): Target {
  const url = relative.reduce(joinBase, base.startsWith('//') ? `https:${base}` : base) + rest;
  return /^https?:\/\/[^/]/i.test(url) ? { kind: 'external', url } : { kind: 'refused', code: 'href-scheme-refused' };
}

/** Reference resolution of paths: what follows the base's last slash is replaced. */
function joinBase(base: string, reference: string): string {
  if (reference === '') return base;
  if (reference.startsWith('/')) return reference;
  return base.slice(0, base.lastIndexOf('/') + 1) + reference;
}

/** Path, query (with `?`) and fragment (with `#`) of a reference. */
function splitReference(reference: string): { path: string; query: string; fragment: string } {
  const hash = reference.indexOf('#');
  const fragment = hash < 0 ? '' : reference.slice(hash);
  const beforeHash = hash < 0 ? reference : reference.slice(0, hash);
  const mark = beforeHash.indexOf('?');
  return mark < 0
    ? { path: beforeHash, query: '', fragment }
    : { path: beforeHash.slice(0, mark), query: beforeHash.slice(mark), fragment };
}

/** A launch with an item's `parameters` joined on. SCORM 2004 4th Ed. CAM 3.4.1.8 (algorithm for appending parameters). */
export function withParameters(launch: Launch, parameters: string): Launch {
  const bare = parameters.trim().replace(/^[?&]+/, '');
  if (bare === '' || bare === '#') return launch;
  if (bare.startsWith('#')) return launch.fragment ? launch : { ...launch, fragment: bare };
  const { path: more, query: further, fragment } = splitReference(bare);
  const joint = launch.query === '' ? '?' : launch.query === '?' ? '' : '&';
  return { path: launch.path, query: launch.query + joint + more + further, fragment: launch.fragment || fragment };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
