import type { PackageFindingCode, PackageItemView, PackageView, ScormStandard } from '@aula/contracts';
import type { Weight } from '../examination/doctor.entity.js';
import { playedOrganization, type Finding, type Manifest, type ManifestItem } from '@aula/scorm';

/** Something worth telling about a package: a finding of libs/scorm, or one of the unpacker. */
export type PackageFinding = Omit<Finding, 'code'> & { code: PackageFindingCode };

/** What the unpacker itself finds; always an error. */
type Refusal = Extract<
  PackageFindingCode,
  'archive-method-unsupported' | 'archive-file-damaged' | 'archive-headers-disagree' | 'unpack-failed'
>;
export const refusal = (code: Refusal, path?: string, parameters: PackageFinding['parameters'] = {}): PackageFinding => ({
  severity: 'error',
  code,
  ...(path !== undefined && { path }),
  parameters,
});

/** Thrown where a package cannot be accepted, with everything that was found until then. */
export class Refused extends Error {
  constructor(readonly findings: readonly PackageFinding[]) {
    super(findings.find(({ severity }) => severity === 'error')?.code ?? 'refused');
  }
}
export const isRefused = (findings: readonly PackageFinding[]): boolean => findings.some(({ severity }) => severity === 'error');

const longestText = 1_000;
const severities = ['error', 'warning', 'info'];

/** The findings as they are kept: the grave ones first, texts of at most 1,000 characters, nothing invisible in them. */
export const kept = (findings: readonly PackageFinding[]): PackageFinding[] =>
  findings
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map(({ parameters, path, ...one }) => ({
      ...one,
      ...(path !== undefined && { path: shown(path) }),
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value]),
      ),
    }));

/** A name from an archive as it can be shown: what is invisible becomes U+FFFD. */
const shown = (text: string): string => text.slice(0, longestText).replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '\ufffd');

/** JSON text that PostgreSQL takes as jsonb: NUL and lone surrogates, which it refuses, become U+FFFD. */
export const storableJson = (value: unknown): string =>
  // stringify escapes lone surrogates only (well-formed JSON.stringify); an escaped backslash is skipped as a pair
  JSON.stringify(value).replaceAll(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/gi, (escape) => (escape === '\\\\' ? escape : '\ufffd'));

/** The contract's name of a manifest's standard; SCORM 2004 without a stated edition counts as the second. */
export const standardOf = ({ version, edition }: Pick<Manifest, 'version' | 'edition'>): ScormStandard =>
  version === '1.2' ? 'scorm-1.2' : `scorm-2004-${edition ?? '2nd'}`;

/** The manifest's title as it is shown in lists, else the file's name. */
export const titleOf = ({ title }: Manifest, fileName: string): string => shown(title.trim()).slice(0, 300) || fileName;

/** The tree of what is played, without what only the player needs. */
export const itemsView = (manifest: Manifest): PackageItemView[] => playedOrganization(manifest).items.map(itemView);
const itemView = ({ identifier, title, launch, externalUrl, visible, children }: ManifestItem): PackageItemView => ({
  identifier,
  title,
  launchable: launch !== undefined || externalUrl !== undefined,
  visible,
  children: children.map(itemView),
});

/** What is known of a package besides its findings: the tool that made it, and what it costs on a line. */
export interface PackageReport {
  tool: string | null;
  weight: Weight;
}

/** A package as it is read. Instants are RFC 3339 texts. */
export interface PackageRow {
  id: PackageView['id'];
  owner_id: string;
  state: PackageView['state'];
  file_name: string;
  size: number;
  sha256: string;
  standard: ScormStandard | null;
  title: string | null;
  items: PackageItemView[];
  findings: PackageFinding[];
  report: PackageReport | null;
  files: number;
  progress: number;
  created_at: string;
}

/** One start of the unpacking of a package; every later change names `begun`, so that an earlier start changes nothing any more. */
export interface Turn {
  id: PackageView['id'];
  sha256: string;
  prefix: string;
  zip_key: string;
  file_name: string;
  findings: PackageFinding[];
  begun: number;
  failed: number;
}
const mostVanished = 3;
const mostFailures = 7;

/** True when enough starts ended in an error, or in no end at all: such an archive brings its process down. This start counts as neither. */
export const isHopeless = ({ begun, failed }: Pick<Turn, 'begun' | 'failed'>): boolean =>
  failed >= mostFailures || begun - 1 - failed >= mostVanished;
