import type { ScoState } from './record.js';

export type Entry = 'ab-initio' | 'resume' | '';

/**
 * cmi.core.entry / cmi.entry of the next launch, from how the last visit ended. SCORM 1.2 RTE 3.4.4 (cmi.core.entry), SCORM 2004
 * 4th Ed. RTE 4.2.8–4.2.9.
 *
 * Two deviations, so that nobody starts over: a visit that never called Terminate resumes when there is suspend data or a location;
 * and a visit that ended without naming an exit is '' instead of `ab-initio` when there is.
 */
export function entryFor(state: ScoState | undefined): Entry {
  if (!state || state.visits === 0) return 'ab-initio';
  const { elements } = state;
  const exit = elements['cmi.exit'] ?? elements['cmi.core.exit'] ?? '';
  if (exit === 'suspend') return 'resume';
  const suspended = Boolean(elements['cmi.suspend_data']);
  const bookmarked = suspended || Boolean(elements['cmi.location'] ?? elements['cmi.core.lesson_location']);
  if (state.visit !== 'terminated') return bookmarked ? 'resume' : 'ab-initio';
  if (exit === 'time-out') return suspended ? 'resume' : '';
  return exit === '' && !bookmarked ? 'ab-initio' : '';
}
