import type { ManifestOptions, ManifestResult } from './manifest.js';

/** Reads imsmanifest.xml of SCORM 1.2 or 2004. Never throws: what is wrong is in `findings`. */
export function parseManifest(bytes: Uint8Array, options: ManifestOptions): ManifestResult {
  throw new Error(String([bytes, options]));
}
