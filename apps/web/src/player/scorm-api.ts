import type { LaunchContext, StoreLaunch } from '@aula/scorm';

/** The methods that content calls, by the standard's names. */
export type Methods = Record<string, (...parameters: string[]) => string>;

/** What an API begins a visit with. */
interface ApiStart {
  context: LaunchContext;
  /** Shared data stores of the activity. SCORM 2004 4th Ed. RTE 4.3. */
  stores: readonly StoreLaunch[];
  /** Whether a navigation request would be followed now; undefined: nobody can tell. SCORM 2004 4th Ed. SN 5.6.4. */
  allows: (request: string) => boolean | undefined;
  /** Hears, at a commit, what the data amount to. */
  committed: (summary: unknown) => void;
}

/** A fresh API for one visit. It stores nothing: the journal already holds every call. */
export type CreateApi = (start: ApiStart) => Methods;
