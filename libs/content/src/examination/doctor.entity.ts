import { addressesOfScript, addressesOfStyle, judge } from './address.entity.js';
import { inspectPage } from './page.entity.js';
import { finding, launchableItems, playedOrganization, type Finding, type Manifest } from '@aula/scorm';

/** A file of a package; `sent`: bytes that go over the line, compressed where that is so. */
export interface WeighedFile {
  path: string;
  sent: number;
}
/** Bytes over the line, and seconds at 1 Mbit/s: until the first page stands, and for everything. */
export interface Weight {
  bytes: number;
  seconds: number;
  firstPageBytes: number;
  firstPageSeconds: number;
}
export interface Diagnosis {
  findings: Finding[];
  weight: Weight;
  /** The content speaks the programming interface of the other version of SCORM alone. */
  otherApi: boolean;
}

const slowLine = 1_000_000 / 8; // bytes a second
const patience = 60; // seconds until a first page is too heavy
const mostOfOneCode = 20;
const seconds = (bytes: number): number => Math.ceil(bytes / slowLine);

/** Examines the readable files of a package one by one, then says what it found. Nothing is run. For one package. */
export class Doctor {
  private readonly findings: Finding[] = [];
  private readonly references = new Map<string, string[]>();
  private oldApi = false;
  private newApi = false;

  /** True for files that {@link examine} reads. */
  static reads(path: string): boolean {
    return /\.(x?html?|css|m?js)$/i.test(path);
  }

  examine(path: string, text: string): void {
    if (/\.css$/i.test(path)) return this.style(path, text);
    this.oldApi ||= /\bLMSInitialize\b/.test(text);
    this.newApi ||= /\bAPI_1484_11\b/.test(text);
    if (/js$/i.test(path)) return this.script(path, text);
    const { findings, references } = inspectPage(path, text);
    this.findings.push(...findings);
    this.references.set(path, references);
  }

  diagnose(manifest: Manifest, files: readonly WeighedFile[]): Diagnosis {
    const weight = this.weigh(manifest, files);
    const [own, other] = manifest.version === '2004' ? [this.newApi, this.oldApi] : [this.oldApi, this.newApi];
    const otherApi = other && !own;
    const found = [...this.findings];
    if (otherApi) found.push(finding('runtime-api-mismatch', { stated: manifest.version }));
    if (weight.firstPageSeconds > patience) found.push(finding('first-page-heavy', { seconds: weight.firstPageSeconds }));
    return { findings: truncated(found), weight, otherApi };
  }

  private style(path: string, text: string): void {
    const found = addressesOfStyle(text);
    this.references.set(
      path,
      found.map(({ address }) => address),
    );
    this.note(found.flatMap(({ address, line }) => judge(address, { path, line }) ?? []));
  }

  private script(path: string, text: string): void {
    this.note(
      addressesOfScript(text)
        .flatMap(({ address, line }) => judge(address, { path, line }) ?? [])
        .slice(0, 1),
    );
  }

  private note(findings: readonly Finding[]): void {
    this.findings.push(...findings);
  }

  /** The first page with what it loads, and what that loads in turn: style sheets name fonts and images. */
  private weigh(manifest: Manifest, files: readonly WeighedFile[]): Weight {
    const sizes = new Map(files.map(({ path, sent }) => [path.toLowerCase(), sent]));
    const first = launchableItems(playedOrganization(manifest).items).find(({ launch }) => launch !== undefined)?.launch?.path;
    const needed = new Set<string>();
    const add = (path: string): void => {
      if (needed.has(path.toLowerCase()) || !sizes.has(path.toLowerCase())) return;
      needed.add(path.toLowerCase());
      for (const reference of this.references.get(path) ?? []) add(resolved(reference, path) ?? '');
    };
    if (first !== undefined) add(first);
    const bytes = files.reduce((sum, { sent }) => sum + sent, 0);
    const firstPageBytes = [...needed].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
    return { bytes, seconds: seconds(bytes), firstPageBytes, firstPageSeconds: seconds(firstPageBytes) };
  }
}

/** The path of a file that an address in another file names; undefined when it leads elsewhere. */
const resolved = (address: string, from: string): string | undefined => {
  try {
    const url = new URL(address.trim(), new URL(encodeURI(from), 'package:/'));
    return url.protocol === 'package:' ? decodeURIComponent(url.pathname.replace(/^\/+/, '')) : undefined;
  } catch {
    return undefined;
  }
};

const truncated = (findings: readonly Finding[]): Finding[] => {
  const byCode = new Map<Finding['code'], Finding[]>();
  for (const each of findings) {
    const alike = byCode.get(each.code);
    if (alike) alike.push(each);
    else byCode.set(each.code, [each]);
  }
  return [...byCode].flatMap(([code, found]) =>
    found.length <= mostOfOneCode
      ? found
      : [...found.slice(0, mostOfOneCode), finding('findings-truncated', { code, count: found.length - mostOfOneCode })],
  );
};
