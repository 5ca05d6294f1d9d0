import type { Finding } from '../finding.js';
import type { ActivitySettings, DeliveryControls } from './activity.js';

export type ScormVersion = '1.2' | '2004';

/** Edition of SCORM 2004. */
export type ScormEdition = '2nd' | '3rd' | '4th';

/** Raised whenever the same bytes would be read differently, so that stored manifests can be read again. */
export const parserVersion = 4;

/** A SCORM manifest as plain JSON: IMS Content Packaging with ADL's additions, read leniently (every leniency is a finding). */
export type Manifest = {
  parserVersion: number;
  identifier: string;
  version: ScormVersion;
  /** SCORM 2004 only. */
  edition?: ScormEdition;
  /** Version and namespaces disagree: expose both `API` and `API_1484_11` to the content. */
  ambiguousVersion: boolean;
  /** The default organization's title, else the metadata's, else the manifest's identifier. */
  title: string;
  description?: string;
  /** BCP 47 tag as written. */
  language?: string;
  /** Archive path of an external metadata file (adlcp:location) that exists; read it with `parseMetadata`. */
  metadataPath?: string;
  /** Never empty; the one to play is {@link Manifest.defaultOrganization}. */
  organizations: Organization[];
  /** Identifier of one of `organizations`. */
  defaultOrganization: string;
  resources: Resource[];
};

export type Organization = {
  identifier: string;
  title: string;
  items: ManifestItem[];
  /** SCORM 2004 only: the whole organization, itself the root, ready for the sequencer. */
  activityTree?: ActivitySettings;
  /** True when the organization or any item carries imsss:sequencing or adlcp:data; then `activityTree` decides what is delivered. */
  sequenced: boolean;
  /** 2004; shared objectives outlive the course (default true). */
  objectivesGlobalToSystem: boolean;
  /** 2004 4th Ed.; shared data outlive the course (default true). */
  sharedDataGlobalToSystem: boolean;
};

/**
 * A file of the package to open. `path` is the exact name in the archive, not URL-encoded; `query` and `fragment` are '' or begin
 * with `?` and `#`. Build a relative URL with `launchUrl`.
 */
export type Launch = { path: string; query: string; fragment: string };

/** An entry of the table of contents. Its identifier is unique in the manifest and is the `scoId` of runtime records. */
export type ManifestItem = {
  identifier: string;
  title: string;
  /** False: not shown in the table of contents. */
  visible: boolean;
  /** A `cluster` has no content of its own; a SCO talks to the runtime, an asset does not. */
  kind: 'sco' | 'asset' | 'cluster';
  /** Identifier of its resource; absent for a cluster. */
  resource?: string;
  /** What to open; absent for a cluster, an external page, or when it is missing (then an error finding says so). */
  launch?: Launch;
  /** http(s) page outside the package; it finds no API and may be opened only by policy. */
  externalUrl?: string;
  /** 1.2, AICC script over item identifiers; see SCORM 1.2 CAM 2.3.2.5.1. */
  prerequisites?: string;
  /** 1.2, 0 to 100 → cmi.student_data.mastery_score. */
  masteryScore?: string;
  /** 1.2 CMITimespan or 2004 ISO 8601 duration → max_time_allowed. */
  maxTimeAllowed?: string;
  /** e.g. `exit,message` → time_limit_action. */
  timeLimitAction?: string;
  /** datafromlms / dataFromLMS → launch_data. */
  launchData?: string;
  /** 2004, −1 to 1, from the primary objective → cmi.scaled_passing_score. */
  scaledPassingScore?: string;
  /** 2004, 0 to 1 → cmi.completion_threshold. */
  completionThreshold?: string;
  /** 2004, named objectives in order, the primary one first → cmi.objectives.n.id. */
  objectiveIds?: string[];
  /** 2004 deliveryControls as written. */
  deliveryControls?: DeliveryControls;
  /** 2004 duration limits and dates, kept apart from the activity tree; enforced by the player and the server. */
  limits?: ActivityLimits;
  children: ManifestItem[];
};

/** imsss:limitConditions without attemptLimit. Durations are ISO 8601 as written. */
export type ActivityLimits = {
  attemptAbsoluteDurationLimit?: string;
  attemptExperiencedDurationLimit?: string;
  activityAbsoluteDurationLimit?: string;
  activityExperiencedDurationLimit?: string;
  beginTimeLimit?: string;
  endTimeLimit?: string;
};

export type Resource = {
  identifier: string;
  /** IMS type, usually `webcontent`. */
  type: string;
  /** As declared; absent when the manifest does not say. */
  scormType?: 'sco' | 'asset';
  launch?: Launch;
  externalUrl?: string;
  /** Archive paths of the listed files that exist. */
  files: string[];
  /** Identifiers of resources this one needs. */
  dependencies: string[];
};

export type ManifestOptions = {
  /** Safe archive paths of all files (see `archivePath`), folders left out. */
  files: readonly string[];
  /** Which of them the bytes are; addresses in the manifest are relative to its folder. */
  manifestPath: string;
};

/** `manifest` is absent when the file could not be read at all; with an `error` among the findings it must not be played. */
export type ManifestResult = { manifest?: Manifest; findings: Finding[] };
