import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import type { ScoState } from './record.js';
import type { Completion, Success } from './result.js';

/**
 * What a SCO's own words amount to under the rules of its manifest, before anything is latched. `completionByRule`, `successByRule`:
 * a threshold or mastery score decided, so the content's bare claim does not count.
 */
export type Reported = { completion: Completion; success: Success; completionByRule: boolean; successByRule: boolean };

export function reported(version: ScormVersion, item: ManifestItem, state: ScoState): Reported {
  return version === '1.2' ? reported12(item, state) : reported2004(item, state);
}

/** cmi.core.lesson_status as the LMS has to keep it after LMSFinish. SCORM 1.2 RTE 3.4.4, "Additional Behavior Requirements". */
export function lessonStatus(item: ManifestItem, state: ScoState): string {
  const said = state.elements['cmi.core.lesson_status'] ?? '';
  const silent = said === '' || said === 'not attempted';
  const status = silent ? silentStatus(state) : said;
  return masteryStatus(item, state, status) ?? status;
}

/** Content that never sets a status has completed by leaving, unless it said that it wants to come back. */
function silentStatus(state: ScoState): string {
  if (state.visits === 0) return 'not attempted';
  return hasEnded(state) ? 'completed' : 'incomplete';
}

/**
 * The mastery score decides over what the content says, once it has finished. Content that itself says `incomplete` has not: a low
 * score so far is then no failure.
 */
function masteryStatus(item: ManifestItem, state: ScoState, status: string): 'passed' | 'failed' | undefined {
  const [mastery, raw] = [numberOf(item.masteryScore), numberOf(state.elements['cmi.core.score.raw'])];
  if (mastery === undefined || raw === undefined || state.visit !== 'terminated') return undefined;
  if (raw >= mastery) return 'passed';
  return status === 'incomplete' ? undefined : 'failed';
}

function reported12(item: ManifestItem, state: ScoState): Reported {
  const status = lessonStatus(item, state);
  const success = status === 'passed' || status === 'failed' ? status : 'unknown';
  const ruled = item.masteryScore !== undefined && numberOf(state.elements['cmi.core.score.raw']) !== undefined;
  return { completion: completion12[status] ?? 'unknown', success, completionByRule: false, successByRule: ruled };
}

const completion12: Record<string, Completion> = {
  passed: 'completed',
  completed: 'completed',
  failed: 'completed',
  incomplete: 'incomplete',
  browsed: 'incomplete',
  'not attempted': 'not attempted',
};

/** SCORM 2004 4th Ed. RTE 4.2.4 (completion_status), 4.2.22 (success_status); SN 4.6.6 End Attempt Process (UP.4). */
function reported2004(item: ManifestItem, state: ScoState): Reported {
  const { elements } = state;
  const byProgress = atLeast(elements['cmi.progress_measure'], item.completionThreshold);
  const byScore = atLeast(elements['cmi.score.scaled'], item.scaledPassingScore);
  const completionByRule = byProgress !== undefined;
  const successByRule = byScore !== undefined;
  return {
    completion: completionByRule ? (byProgress ? 'completed' : 'incomplete') : completion2004(item, state),
    success: successByRule ? (byScore ? 'passed' : 'failed') : success2004(elements['cmi.success_status']),
    completionByRule,
    successByRule,
  };
}

function completion2004(item: ManifestItem, state: ScoState): Completion {
  const said = state.elements['cmi.completion_status'] ?? 'unknown';
  if (said === 'completed' || said === 'incomplete' || said === 'not attempted') return said;
  if (state.visits === 0) return 'not attempted';
  // unless the content alone may set it, an activity that says nothing is completed by being ended
  return hasEnded(state) && item.deliveryControls?.completionSetByContent !== true ? 'completed' : 'unknown';
}

const success2004 = (said: string | undefined): Success => (said === 'passed' || said === 'failed' ? said : 'unknown');

function hasEnded({ visit, elements }: ScoState): boolean {
  const exit = elements['cmi.exit'] ?? elements['cmi.core.exit'];
  return (visit === 'terminated' || visit === 'left') && exit !== 'suspend';
}

function atLeast(value: string | undefined, threshold: string | undefined): boolean | undefined {
  const [have, need] = [numberOf(value), numberOf(threshold)];
  return have === undefined || need === undefined ? undefined : have >= need;
}

/** A decimal as the data model allows it; undefined for anything else. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(text.trim()) ? Number(text) : undefined;
}
