import type { Finding } from '../finding.js';

/** The three things read from IEEE LOM; plain text, untrusted: escape it. */
export type Metadata = { title?: string; description?: string; language?: string };

/** Reads an external metadata file (adlcp:location). Findings are warnings only; a bad file never stops an import. */
export function parseMetadata(bytes: Uint8Array, path: string): { metadata: Metadata; findings: Finding[] } {
  throw new Error(String([bytes, path]));
}
