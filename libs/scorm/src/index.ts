export { finding, findingCodes } from './finding.js';
export type { Finding, FindingCode, Place, Severity } from './finding.js';

export { parserVersion } from './manifest/manifest.js';
export type {
  ActivityLimits,
  Launch,
  Manifest,
  ManifestItem,
  ManifestOptions,
  ManifestResult,
  Organization,
  Resource,
  ScormEdition,
  ScormVersion,
} from './manifest/manifest.js';
export type {
  ActivitySettings,
  CompletionThreshold,
  DeliveryControls,
  HideLmsUi,
  ObjectiveMap,
  ObjectiveSettings,
  RollupConsiderations,
  RollupRule,
  RuleCondition,
  SequencingControls,
  SequencingRule,
  SequencingRules,
  SharedDataMap,
} from './manifest/activity.js';
export { parseManifest } from './manifest/parse.js';
export { parseMetadata } from './manifest/metadata.js';
export type { Metadata } from './manifest/metadata.js';
export { itemsOf, launchableItems, launchUrl, playedOrganization, resourceFiles } from './manifest/walk.js';

export { archivePath } from './archive/path.js';
export type { ArchivePath } from './archive/path.js';
export { decodeName } from './archive/name.js';
export type { RawName } from './archive/name.js';
export { explainMissingManifest, findManifest, isClutter, soleArchive } from './archive/contents.js';
export { archiveLimits, isLinkOrDevice, LimitMeter, overlappingEntries } from './archive/limits.js';
export type { ArchiveLimits, EntryExtent, EntryMeter } from './archive/limits.js';
export { collisions } from './archive/collision.js';
export { contentType } from './archive/content-type.js';
export type { ContentType } from './archive/content-type.js';

export type { CmiState, RuntimeRecord, ScoState, Visit } from './runtime/record.js';
export { beginLease, emptyState, foldRecords, totalSeconds } from './runtime/fold.js';
export { meetsPrerequisites } from './runtime/prerequisites.js';
export { entryFor } from './runtime/entry.js';
export type { Entry } from './runtime/entry.js';
export { cmiForLaunch, launchValues } from './runtime/launch.js';
export type { CmiJson, LaunchContext } from './runtime/launch.js';
export { firstToOpen, whereabouts } from './runtime/place.js';
export { madeWhole, needsBase, suspendData } from './runtime/suspend-data.js';
export { timeLimit } from './runtime/time-limit.js';
export type { TimeLimit } from './runtime/time-limit.js';
export { deriveScoResult } from './runtime/sco-result.js';
export { rollUpCourse } from './runtime/course.js';
export type { RollUpOptions } from './runtime/course.js';
export { latch } from './runtime/result.js';
export type { Completion, CourseResult, ScoResult, Success } from './runtime/result.js';
export { addDurations, addTimespans, formatDuration, formatTimespan, parseDuration, parseTimespan } from './runtime/time.js';

export { DataModel } from './data-model/data-model.js';
export type { DataModelStart } from './data-model/data-model.js';
export { RuntimeApi } from './data-model/api.js';
export type { Summary } from './data-model/api.js';

export { activityTree } from './sequencing/tree.js';
export type { Activity, ActivityTree, TreeOptions } from './sequencing/tree.js';
export { initialSequencing } from './sequencing/state.js';
export type { ActivityState, ObjectiveState, SequencingState } from './sequencing/state.js';
export { navigate } from './sequencing/sequencer.js';
export type { Outcome } from './sequencing/sequencer.js';
export type { NavigationRequest } from './sequencing/navigation.js';
export { foldSequencing } from './sequencing/fold.js';
export type { Sequencing } from './sequencing/fold.js';
export { sequencedResult } from './sequencing/result.js';
export { formatRequest, parseRequest, SequencingView } from './sequencing/view.js';
export type { ContentsEntry, ObjectiveLaunch, StoreLaunch } from './sequencing/view.js';
