import { elements } from './elements.js';
import { placeOf } from './place.js';

/** What SCORM 1.2 has besides SCORM 2004 (RTE 3.4.4), as far as content may set it. `n` stands for the index of a list. */
const of12 = [
  'cmi.comments',
  'cmi.core.exit',
  'cmi.core.lesson_location',
  'cmi.core.lesson_status',
  'cmi.core.score.max',
  'cmi.core.score.min',
  'cmi.core.score.raw',
  'cmi.core.session_time',
  'cmi.interactions.n.student_response',
  'cmi.interactions.n.time',
  'cmi.objectives.n.status',
  'cmi.student_preference.audio',
  'cmi.student_preference.language',
  'cmi.student_preference.speed',
  'cmi.student_preference.text',
];
const settable = new Set([...[...elements].flatMap(([name, { access }]) => (access === 'r' ? [] : [name])), ...of12]);
/** Entries of one list that are kept. */
const longestList = 5_000;

/** Whether a value of this name belongs to the runtime data: an element of either data model that content may set. */
export function isKept(name: string): boolean {
  if (settable.has(name)) return !name.includes('.n.');
  const { element, steps } = placeOf(name);
  return steps.length > 0 && settable.has(element) && steps.every(({ index }) => index < longestList);
}
