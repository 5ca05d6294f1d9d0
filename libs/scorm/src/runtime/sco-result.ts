import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import type { ScoState } from './record.js';
import type { ScoResult } from './result.js';

/** What an item has come to. Pass the stored result as `previous`: completed, passed and the best score are never taken back. */
export function deriveScoResult(version: ScormVersion, item: ManifestItem, state: ScoState | undefined, previous?: ScoResult): ScoResult {
  throw new Error(String([version, item, state, previous]));
}
