import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import type { ScoState } from './record.js';

export type LaunchContext = {
  version: ScormVersion;
  item: ManifestItem;
  /** `name` in the form `Family, Given` (SCORM 1.2 RTE, cmi.core.student_name). */
  learner: { id: string; name: string; language?: string };
  /** Default `normal`. */
  mode?: 'normal' | 'browse' | 'review';
  /** Default `credit` in mode normal, else `no-credit`. */
  credit?: 'credit' | 'no-credit';
  /** Absent: a first visit. */
  state?: ScoState;
};

/** Nested JSON whose leaves are all strings; lists are objects with keys 0, 1, … */
export type CmiJson = { [key: string]: string | CmiJson };

/** What to hand to scorm-again's `loadFromJSON`, before Initialize: `{ cmi: … }` for 1.2 and 2004. */
export function cmiForLaunch(context: LaunchContext): CmiJson {
  throw new Error(String(context));
}
