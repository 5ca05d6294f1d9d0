import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import { attemptSeconds } from './fold.js';
import type { ScoState } from './record.js';
import { parseDuration, parseTimespan } from './time.js';

/** How long a learner may still be at an item, and what follows then. */
export type TimeLimit = {
  /** Of the whole limit; never negative. */
  secondsLeft: number;
  seconds: number;
  /** The item is taken away when the time is up; otherwise the learner may go on. */
  exit: boolean;
  /** The learner is told. */
  message: boolean;
};

/**
 * The limit of an item after earlier visits of the same attempt; null: there is none, or nothing
 * happens when it is over. SCORM 1.2 RTE 3.4.4 (cmi.student_data.max_time_allowed, .time_limit_action), SCORM 2004 4th Ed. RTE 4.2.14
 * (cmi.max_time_allowed), 4.2.24 (cmi.time_limit_action); without an action the learner goes on and is not told. Time
 * counts by what the content reported or by what was `observed`, in seconds, whichever is more: much content never reports any.
 */
export function timeLimit(version: ScormVersion, item: ManifestItem, state: ScoState | undefined, observed = 0): TimeLimit | null {
  const seconds = (version === '1.2' ? parseTimespan : parseDuration)(item.maxTimeAllowed ?? '');
  const [action, message] = (item.timeLimitAction ?? '').split(',');
  if (seconds === undefined || (action !== 'exit' && message !== 'message')) return null;
  const secondsLeft = Math.max(0, seconds - Math.max(observed, state ? attemptSeconds(state) : 0));
  return { seconds, secondsLeft, exit: action === 'exit', message: message === 'message' };
}
