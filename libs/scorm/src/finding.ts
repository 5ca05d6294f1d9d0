export type Severity = 'error' | 'warning' | 'info';

type FindingRule = { readonly severity: Severity; readonly parameters: readonly string[] };

/**
 * Every code a package can be reported with, its usual severity and the names of its parameters.
 * The sentence above each code is its plain meaning; texts for people are kept by code in `contracts`.
 * An `error` stops the import, a `warning` names what was repaired or ignored, an `info` is worth knowing.
 */
export const findingCodes = {
  // ── the archive ──────────────────────────────────────────────────────────────────────────────
  /** The file is not a zip archive or is damaged; `reason` is the reader's own message. */
  'archive-unreadable': { severity: 'error', parameters: ['reason'] },
  /** The archive holds no file at all. */
  'archive-empty': { severity: 'error', parameters: [] },
  /** The zip file itself is larger than `limit` bytes. */
  'archive-too-large': { severity: 'error', parameters: ['bytes', 'limit'] },
  /** All files together unpack to more than `limit` bytes. */
  'archive-expands-too-large': { severity: 'error', parameters: ['limit'] },
  /** The archive has more than `limit` entries. */
  'archive-too-many-entries': { severity: 'error', parameters: ['limit'] },
  /** One file unpacks to more than `limit` bytes. */
  'archive-file-too-large': { severity: 'error', parameters: ['limit'] },
  /** One file unpacks to more than `limit` times its packed size: the sign of a zip bomb. */
  'archive-ratio-too-high': { severity: 'error', parameters: ['limit'] },
  /** Two entries of the archive share the same bytes: the sign of a zip bomb. */
  'archive-entries-overlap': { severity: 'error', parameters: ['other'] },
  /** An entry is a symbolic link, a device or another special file. */
  'archive-link': { severity: 'error', parameters: [] },
  /** An entry is encrypted with a password. */
  'archive-encrypted': { severity: 'error', parameters: [] },
  /** Two entries have names that differ only in upper and lower case, or one file bears the name of a folder. */
  'archive-names-collide': { severity: 'error', parameters: ['other'] },
  /** The archive held a single zip file, which was unwrapped. */
  'archive-unwrapped': { severity: 'warning', parameters: ['inner'] },
  /** An entry's name was written with backslashes; they were read as folder separators. */
  'archive-name-backslash': { severity: 'warning', parameters: [] },
  /** An entry's name cannot be read as text. */
  'archive-name-unreadable': { severity: 'error', parameters: [] },
  /** An entry has an empty name. */
  'archive-name-empty': { severity: 'error', parameters: [] },
  /** An entry's name leaves the package folder (`..`). */
  'archive-name-escapes': { severity: 'error', parameters: [] },
  /** An entry's name is an absolute path or has a drive letter. */
  'archive-name-absolute': { severity: 'error', parameters: [] },
  /** An entry's name has a control character. */
  'archive-name-control-character': { severity: 'error', parameters: [] },
  /** An entry's name is longer than `limit` characters, or one part of it than 255 bytes. */
  'archive-name-too-long': { severity: 'error', parameters: ['limit'] },
  /** An entry uses a name that the player keeps for itself (`_p/`, `_rt/`, `sw.js`). */
  'archive-name-reserved': { severity: 'error', parameters: ['reserved'] },
  /** The archive has no imsmanifest.xml. */
  'manifest-missing': { severity: 'error', parameters: [] },
  /** The archive is an AICC course, a format that is not supported. */
  'package-aicc': { severity: 'error', parameters: [] },
  /** The archive is a cmi5 or Tin Can course without a SCORM manifest. */
  'package-xapi-only': { severity: 'error', parameters: ['standard'] },
  /** The package also carries a cmi5 or Tin Can description; it is played as SCORM. */
  'package-also-xapi': { severity: 'info', parameters: ['standard'] },

  // ── the manifest as a file ───────────────────────────────────────────────────────────────────
  /** The manifest lies in a folder of the archive instead of at its top. */
  'manifest-in-folder': { severity: 'warning', parameters: [] },
  /** The manifest is not named imsmanifest.xml in lower case. */
  'manifest-name-case': { severity: 'warning', parameters: [] },
  /** The archive has more manifests; the one nearest the top was taken. */
  'manifest-several': { severity: 'info', parameters: ['count'] },
  /** The manifest is larger than `limit` bytes. */
  'manifest-too-large': { severity: 'error', parameters: ['bytes', 'limit'] },
  /** The manifest's elements are nested deeper than `limit`. */
  'manifest-too-deep': { severity: 'error', parameters: ['limit'] },
  /** The manifest has more than `limit` elements and attributes. */
  'manifest-too-many-nodes': { severity: 'error', parameters: ['limit'] },
  /** The manifest has a DOCTYPE or declares entities, which is refused for safety. */
  'manifest-doctype': { severity: 'error', parameters: [] },
  /** The manifest is not well-formed XML, in another way than the following ones. */
  'manifest-malformed': { severity: 'error', parameters: ['line', 'column'] },
  /** The element `tag` is still open where another one, or the file, ends. */
  'manifest-tag-unclosed': { severity: 'error', parameters: ['line', 'column', 'tag'] },
  /** An element is closed that was never opened. */
  'manifest-tag-unopened': { severity: 'error', parameters: ['line', 'column'] },
  /** An element has the same attribute twice. */
  'manifest-attribute-twice': { severity: 'error', parameters: ['line', 'column'] },
  /** An attribute has no value, no quotation marks around it, or a name that is none. */
  'manifest-attribute-broken': { severity: 'error', parameters: ['line', 'column'] },
  /** An `&` begins no entity of XML. */
  'manifest-entity-unknown': { severity: 'error', parameters: ['line', 'column'] },
  /** A character that XML does not allow. */
  'manifest-character-refused': { severity: 'error', parameters: ['line', 'column'] },
  /** Text, or a second element, stands outside of the outermost element. */
  'manifest-text-outside': { severity: 'error', parameters: ['line', 'column'] },
  /** The manifest holds no element. */
  'manifest-empty': { severity: 'error', parameters: [] },
  /** The outermost element is not `manifest`. */
  'manifest-wrong-root': { severity: 'error', parameters: ['element'] },
  /** The manifest is not encoded as it declares; it was read as `actual`. */
  'manifest-encoding': { severity: 'warning', parameters: ['declared', 'actual'] },
  /** The manifest had unescaped `&` signs, which were repaired. */
  'manifest-ampersand': { severity: 'warning', parameters: ['count'] },
  /** A namespace prefix is used without being declared; it was read by its customary meaning. */
  'namespace-undeclared': { severity: 'warning', parameters: ['prefix'] },
  /** The manifest does not use the namespace of IMS Content Packaging. */
  'namespace-missing': { severity: 'warning', parameters: ['namespace'] },

  // ── what the manifest says ───────────────────────────────────────────────────────────────────
  /** The manifest does not state its SCORM version; `assumed` was taken. */
  'version-assumed': { severity: 'warning', parameters: ['assumed'] },
  /** The stated version is not one of SCORM; `assumed` was taken. */
  'version-unknown': { severity: 'warning', parameters: ['stated', 'assumed'] },
  /** The stated version and the namespaces disagree; both programming interfaces are offered to the content. */
  'version-ambiguous': { severity: 'warning', parameters: ['stated'] },
  /** The manifest has no organization; its resources were listed instead. */
  'organization-missing': { severity: 'warning', parameters: [] },
  /** The default organization is not named; the first was taken. */
  'organization-default-missing': { severity: 'warning', parameters: ['taken'] },
  /** The default organization names one that does not exist; the first was taken. */
  'organization-default-dangling': { severity: 'warning', parameters: ['named', 'taken'] },
  /** The package has more organizations; only the default one is played. */
  'organization-several': { severity: 'info', parameters: ['count'] },
  /** The organization has no items; its resources were listed instead. */
  'organization-empty': { severity: 'warning', parameters: ['organization'] },
  /** Nothing in the package can be opened. */
  'nothing-to-launch': { severity: 'error', parameters: [] },
  /** An element has no identifier; one was given. */
  'identifier-missing': { severity: 'warning', parameters: ['element', 'given'] },
  /** An identifier is used more than once; the later one was renamed. */
  'identifier-duplicate': { severity: 'warning', parameters: ['identifier', 'given'] },
  /** An identifier is longer than `limit` bytes. */
  'identifier-too-long': { severity: 'error', parameters: ['identifier', 'limit'] },
  /** An item has no title. */
  'item-untitled': { severity: 'info', parameters: ['item'] },
  /** An item names a resource that does not exist; it was skipped. */
  'item-resource-missing': { severity: 'warning', parameters: ['item', 'resource'] },
  /** An item has neither content nor items below it. */
  'item-empty': { severity: 'error', parameters: ['item'] },
  /** An item of a 2004 package has content and items below it; its own content is not played. */
  'item-content-on-cluster': { severity: 'warning', parameters: ['item'] },
  /** Parts of the manifest that SCORM does not allow here (sub-manifests) were ignored. */
  'submanifest-ignored': { severity: 'warning', parameters: ['identifier'] },
  /** A resource that an item opens does not say whether it is a SCO; it was taken as one. */
  'resource-type-assumed': { severity: 'warning', parameters: ['resource'] },
  /** A resource's SCORM type is neither `sco` nor `asset`; it was taken as an asset. */
  'resource-type-unknown': { severity: 'warning', parameters: ['resource', 'stated'] },
  /** A resource that an item opens has no address (`href`). */
  'resource-without-href': { severity: 'error', parameters: ['item', 'resource'] },
  /** A resource depends on one that does not exist. */
  'dependency-missing': { severity: 'warning', parameters: ['resource', 'dependency'] },
  /** An item opens a page on another site; it cannot report results and needs a permission. */
  'href-external': { severity: 'warning', parameters: ['item', 'url'] },
  /** An address is not one that can be opened from a package. */
  'href-scheme-refused': { severity: 'error', parameters: ['href'] },
  /** An address leaves the package folder. */
  'href-outside-package': { severity: 'error', parameters: ['href'] },
  /** An address starts at the root of the site; it was read from the package folder. */
  'href-rooted': { severity: 'warning', parameters: ['href'] },
  /** An address was written with backslashes. */
  'href-backslash': { severity: 'warning', parameters: ['href'] },
  /** An address differs from the file's name in upper and lower case or in the form of its letters. */
  'href-case-mismatch': { severity: 'warning', parameters: ['href', 'file'] },
  /** An address is encoded differently from the file's name. */
  'href-encoding-mismatch': { severity: 'warning', parameters: ['href', 'file'] },
  /** The page an item opens is not in the package. */
  'launch-file-missing': { severity: 'error', parameters: ['item', 'href'] },
  /** A file that the manifest lists is not in the package. */
  'file-missing': { severity: 'warning', parameters: ['resource', 'href'] },
  /** A value is not of the form SCORM asks for; it was ignored. */
  'value-invalid': { severity: 'warning', parameters: ['element', 'value'] },
  /** A sequencing part refers to an entry of the sequencing collection that does not exist. */
  'sequencing-reference-missing': { severity: 'warning', parameters: ['reference'] },
  /** A sequencing rule has an action or condition that SCORM does not know; it was ignored. */
  'sequencing-rule-unknown': { severity: 'warning', parameters: ['element', 'value'] },
  /** Two objectives of one activity write to the same shared objective; the later write was ignored. */
  'sequencing-objective-written-twice': { severity: 'warning', parameters: ['objective'] },
  // ── the content, as far as it can be read without running it ─────────────────────────────────
  /** A file is empty. */
  'file-empty': { severity: 'warning', parameters: [] },
  /** A file's name has signs that addresses give a meaning of their own. */
  'archive-name-odd': { severity: 'warning', parameters: [] },
  /** The manifest names its schemas in pairs that are none; they are not read. */
  'schema-location-odd': { severity: 'warning', parameters: [] },
  /** A file loads, or leads to, an address without encryption, which browsers refuse on a secure page. */
  'content-insecure': { severity: 'warning', parameters: ['url'] },
  /** A page loads something from another site, which the player does not allow. */
  'content-external': { severity: 'warning', parameters: ['url'] },
  /** Images of a page have no alternative text. WCAG 2.2, 1.1.1. */
  'image-without-alternative': { severity: 'warning', parameters: ['count'] },
  /** Videos or sounds of a page have no captions beside them. WCAG 2.2, 1.2.2. */
  'media-without-captions': { severity: 'warning', parameters: ['count'] },
  /** Frames of a page have no name. WCAG 2.2, 4.1.2. */
  'frame-without-title': { severity: 'info', parameters: ['count'] },
  /** Form fields of a page have no label. WCAG 2.2, 3.3.2 and 4.1.2. */
  'field-without-label': { severity: 'warning', parameters: ['count'] },
  /** A page forbids to enlarge it. WCAG 2.2, 1.4.4. */
  'zoom-blocked': { severity: 'warning', parameters: [] },
  /** A page does not say its language. WCAG 2.2, 3.1.1. */
  'page-without-language': { severity: 'info', parameters: [] },
  /** A page has no title. WCAG 2.2, 2.4.2. */
  'page-without-title': { severity: 'info', parameters: [] },
  /** The first page takes so many seconds at 1 Mbit/s. */
  'first-page-heavy': { severity: 'warning', parameters: ['seconds'] },
  /** The content looks for the interface of the other SCORM version alone; both are offered to it. */
  'runtime-api-mismatch': { severity: 'warning', parameters: ['stated'] },
  /** There are more findings of one code than are listed. */
  'findings-truncated': { severity: 'info', parameters: ['code', 'count'] },
} as const satisfies Record<string, FindingRule>;

export type FindingCode = keyof typeof findingCodes;

/** One thing worth telling about a package. `path` is an archive path, `line` a 1-based line of that file. */
export type Finding = {
  severity: Severity;
  /** Stable, kebab-case; see {@link findingCodes}. */
  code: FindingCode;
  path?: string;
  line?: number;
  parameters: Record<string, string | number>;
};

type ParametersOf<C extends FindingCode> = Record<(typeof findingCodes)[C]['parameters'][number], string | number>;

/** Where a finding lies, and a severity other than the usual one of its code. */
export type Place = { path?: string; line?: number; severity?: Severity };

/** Builds a finding; its parameters are checked against {@link findingCodes} at compile time. */
export function finding<C extends FindingCode>(code: C, parameters: ParametersOf<C>, place: Place = {}): Finding {
  const { severity = findingCodes[code].severity, ...where } = place;
  return { severity, code, ...where, parameters };
}
