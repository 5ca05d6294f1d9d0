import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import type { ObjectiveLaunch } from '../sequencing/view.js';
import { entryFor, type Entry } from './entry.js';
import { attemptSeconds } from './fold.js';
import type { ScoState } from './record.js';
import { lessonStatus, reported } from './reported.js';
import { formatDuration, formatTimespan } from './time.js';

export type LaunchContext = {
  version: ScormVersion;
  item: ManifestItem;
  /** `name` in the form `Family, Given` (SCORM 1.2 RTE, cmi.core.student_name). */
  learner: { id: string; name: string; language?: string };
  /** Default `normal`. */
  mode?: 'normal' | 'browse' | 'review';
  /** Default `credit` in mode normal, else `no-credit`. */
  credit?: 'credit' | 'no-credit';
  /** Absent: a first visit, or a new attempt. */
  state?: ScoState;
  /** Sequenced 2004: what is known of the activity's objectives, shared ones included. */
  objectives?: readonly ObjectiveLaunch[];
  /** Sequenced 2004: said by the sequencer; else it follows from how the last visit ended. */
  entry?: Entry;
};

/** Nested JSON whose leaves are all strings; lists are objects with the keys 0, 1, … */
export type CmiJson = { [key: string]: string | CmiJson };

/**
 * What content finds when its visit begins, by data model element. What it stored in earlier visits is always restored, interactions
 * too, so that it appends instead of overwriting.
 */
export function launchValues(context: LaunchContext): Record<string, string> {
  const own = context.version === '1.2' ? elements12(context) : elements2004(context);
  const stored = Object.entries(context.state?.elements ?? {}).filter(([element]) => restorable.test(element));
  return Object.fromEntries([...Object.entries(objectives(context)), ...stored, ...tracked(context), ...Object.entries(own)]);
}

/**
 * The same for scorm-again's `loadFromJSON`, before Initialize: `{ cmi: … }`, whose leaves are all strings. Why: the player's
 * scorm-again-defects.ts.
 */
export function cmiForLaunch(context: LaunchContext): CmiJson {
  return nest(launchValues(context));
}

/** What content may have written and finds again. Set by us instead: status, entry, times, and what only belongs to one visit. */
const restorable =
  /^cmi\.(core\.(lesson_location|score\.)|location|suspend_data|progress_measure|score\.|comments$|comments_from_learner\.|student_preference\.|learner_preference\.|objectives\.|interactions\.)/;

function elements12({ version, item, learner, mode = 'normal', credit, state }: LaunchContext): Record<string, string> {
  return {
    'cmi.core.student_id': learner.id,
    'cmi.core.student_name': learner.name,
    'cmi.core.credit': credit ?? (mode === 'normal' ? 'credit' : 'no-credit'),
    'cmi.core.lesson_mode': mode,
    'cmi.core.entry': entryFor(state),
    'cmi.core.lesson_status': state ? lessonStatus(item, state) : 'not attempted',
    'cmi.core.total_time': formatTimespan(state ? attemptSeconds(state) : 0),
    'cmi.launch_data': item.launchData ?? '',
    'cmi.student_data.mastery_score': item.masteryScore ?? '',
    'cmi.student_data.max_time_allowed': item.maxTimeAllowed ?? '',
    'cmi.student_data.time_limit_action': item.timeLimitAction ?? '',
    ...language(version, learner.language, state),
  };
}

function elements2004({ version, item, learner, mode = 'normal', credit, state, entry }: LaunchContext): Record<string, string> {
  const said = state && reported('2004', item, state);
  return {
    'cmi.learner_id': learner.id,
    'cmi.learner_name': learner.name,
    'cmi.credit': credit ?? (mode === 'normal' ? 'credit' : 'no-credit'),
    'cmi.mode': mode,
    'cmi.entry': entry ?? entryFor(state),
    'cmi.completion_status': said?.completion ?? 'unknown',
    'cmi.success_status': said?.success ?? 'unknown',
    'cmi.total_time': formatDuration(state ? attemptSeconds(state) : 0),
    ...stated({
      'cmi.launch_data': item.launchData,
      'cmi.completion_threshold': item.completionThreshold,
      'cmi.scaled_passing_score': item.scaledPassingScore,
      'cmi.max_time_allowed': item.maxTimeAllowed,
      'cmi.time_limit_action': item.timeLimitAction,
    }),
    ...language(version, learner.language, state),
  };
}

/** What the manifest does not say has no value. */
const stated = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** The learner's language, unless they chose another inside the content. */
function language(version: ScormVersion, preferred: string | undefined, state: ScoState | undefined): Record<string, string> {
  const element = version === '1.2' ? 'cmi.student_preference.language' : 'cmi.learner_preference.language';
  return preferred === undefined || state?.elements[element] ? {} : { [element]: preferred };
}

/** 2004: the activity's named objectives stand ready in the runtime data (RTE 4.2.17.1); what was stored lies over them. */
function objectives({ version, item }: LaunchContext): Record<string, string> {
  const ids = version === '2004' ? (item.objectiveIds ?? []) : [];
  return Object.fromEntries(ids.map((id, at) => [`cmi.objectives.${at}.id`, id]));
}

/** Values of the objectives as sequencing knows them, at the place where the content finds each. RTE 4.2.17.1, SN 3.10.3. */
function tracked({ item, state, objectives: known = [] }: LaunchContext): [string, string][] {
  const named = item.objectiveIds ?? [];
  return known.flatMap(({ id, satisfied, completed, ...numbers }) => {
    const stored = Object.entries(state?.elements ?? {}).find(([element, value]) => objectiveId.test(element) && value === id)?.[0];
    const place = stored?.slice(0, -'.id'.length) ?? `cmi.objectives.${named.indexOf(id)}`;
    if (!stored && !named.includes(id)) return [];
    return [
      ...(satisfied === undefined ? [] : [[`${place}.success_status`, satisfied ? 'passed' : 'failed'] as [string, string]]),
      ...(completed === undefined ? [] : [[`${place}.completion_status`, completed ? 'completed' : 'incomplete'] as [string, string]]),
      ...Object.entries(numbers).map(([field, value]): [string, string] => [`${place}.${numberElement[field] ?? field}`, String(value)]),
    ];
  });
}

const objectiveId = /^cmi\.objectives\.\d+\.id$/;
const numberElement: Readonly<Record<string, string>> = {
  measure: 'score.scaled',
  raw: 'score.raw',
  min: 'score.min',
  max: 'score.max',
  progress: 'progress_measure',
};

/** Dotted names to nested objects; empty values are left out (the library's default is empty too). */
function nest(values: Readonly<Record<string, string>>): CmiJson {
  const root: CmiJson = {};
  for (const [element, value] of Object.entries(values)) {
    if (value === '') continue;
    const path = element.split('.');
    const last = path.pop() ?? '';
    let node = root;
    for (const part of path) {
      const next = Object.hasOwn(node, part) ? node[part] : undefined;
      if (typeof next === 'object') node = next;
      else node = node[part] = {};
    }
    if (!Object.hasOwn(node, last)) node[last] = value;
  }
  return root;
}
