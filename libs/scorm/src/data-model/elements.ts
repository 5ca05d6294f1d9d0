import { placeOf } from './place.js';
import { interactionTypes, pattern, response } from './interaction.js';
import { duration, identifier, language, localized, oneOf, real, text, timestamp, type Verdict, type ValueType } from './types.js';

/** One element of the data model. `n` in its name stands for the index of a list. */
export interface Element {
  type: ValueType;
  /** `r`: content may read it; `w`: content may write it. */
  access: 'rw' | 'r' | 'w';
  /** The value that it has until one is set. */
  initially?: string;
  /** Fields of the same entry that have to be set before (408). */
  needs?: readonly string[];
}

const completions = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const successes = oneOf('passed', 'failed', 'unknown');
const measure = real(0, 1);
const scaled = real(-1, 1);
const request: ValueType = (value) =>
  /^(?:_none_|continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|\{target=[^}]+\}(?:choice|jump))$/.test(value) ? 0 : 406;
const result: ValueType = (value, interaction) =>
  oneOf('correct', 'incorrect', 'unanticipated', 'neutral')(value, interaction) === 0 ? 0 : real()(value, interaction);

const both = (type: ValueType, initially?: string): Element => ({ type, access: 'rw', ...(initially !== undefined && { initially }) });
const given = (type: ValueType, initially?: string): Element => ({ ...both(type, initially), access: 'r' });
const told = (type: ValueType): Element => ({ type, access: 'w' });
const after = (needs: readonly string[], element: Element): Element => ({ ...element, needs });

/** A field of an entry that begins with its `id`. */
const named = (type: ValueType, initially?: string): Element => after(['id'], both(type, initially));

/** SCORM 2004 4th Ed. RTE 4.2 and 4.3, SN 5.6. */
const table: Readonly<Record<string, Element>> = {
  'cmi.comments_from_learner.n.comment': both(localized),
  'cmi.comments_from_learner.n.location': both(text()),
  'cmi.comments_from_learner.n.timestamp': both(timestamp),
  'cmi.comments_from_lms.n.comment': given(localized),
  'cmi.comments_from_lms.n.location': given(text()),
  'cmi.comments_from_lms.n.timestamp': given(timestamp),
  'cmi.completion_status': both(completions, 'unknown'),
  'cmi.completion_threshold': given(measure),
  'cmi.credit': given(oneOf('credit', 'no-credit'), 'credit'),
  'cmi.entry': given(oneOf('ab-initio', 'resume', ''), ''),
  'cmi.exit': told(oneOf('time-out', 'suspend', 'logout', 'normal', '')),
  'cmi.interactions.n.id': both(identifier),
  'cmi.interactions.n.type': named(oneOf(...interactionTypes)),
  'cmi.interactions.n.objectives.n.id': named(identifier),
  'cmi.interactions.n.timestamp': named(timestamp),
  'cmi.interactions.n.correct_responses.n.pattern': after(['id', 'type'], both(pattern)),
  'cmi.interactions.n.weighting': named(real()),
  'cmi.interactions.n.learner_response': after(['id', 'type'], both(response)),
  'cmi.interactions.n.result': named(result),
  'cmi.interactions.n.latency': named(duration),
  'cmi.interactions.n.description': named(localized),
  'cmi.launch_data': given(text()),
  'cmi.learner_id': given(identifier),
  'cmi.learner_name': given(localized),
  'cmi.learner_preference.audio_level': both(real(0), '1'),
  'cmi.learner_preference.language': both(language, ''),
  'cmi.learner_preference.delivery_speed': both(real(0), '1'),
  'cmi.learner_preference.audio_captioning': both(oneOf('-1', '0', '1'), '0'),
  'cmi.location': both(text()),
  'cmi.max_time_allowed': given(duration),
  'cmi.mode': given(oneOf('browse', 'normal', 'review'), 'normal'),
  'cmi.objectives.n.id': both(identifier),
  'cmi.objectives.n.score.scaled': named(scaled),
  'cmi.objectives.n.score.raw': named(real()),
  'cmi.objectives.n.score.min': named(real()),
  'cmi.objectives.n.score.max': named(real()),
  'cmi.objectives.n.success_status': named(successes, 'unknown'),
  'cmi.objectives.n.completion_status': named(completions, 'unknown'),
  'cmi.objectives.n.progress_measure': named(measure),
  'cmi.objectives.n.description': named(localized),
  'cmi.progress_measure': both(measure),
  'cmi.scaled_passing_score': given(scaled),
  'cmi.score.scaled': both(scaled),
  'cmi.score.raw': both(real()),
  'cmi.score.min': both(real()),
  'cmi.score.max': both(real()),
  'cmi.session_time': told(duration),
  'cmi.success_status': both(successes, 'unknown'),
  'cmi.suspend_data': both(text()),
  'cmi.time_limit_action': given(
    oneOf('exit,message', 'continue,message', 'exit,no message', 'continue,no message'),
    'continue,no message',
  ),
  'cmi.total_time': given(duration, 'PT0S'),
  'adl.nav.request': both(request, '_none_'),
  'adl.data.n.id': given(identifier),
  'adl.data.n.store': both(text()),
};

export const elements: ReadonlyMap<string, Element> = new Map(Object.entries(table));

const score = 'min,max,scaled,raw';

/** Answers to `_children`. The standard leaves their order open. */
export const childrenOf: ReadonlyMap<string, string> = new Map([
  ['cmi.comments_from_learner', 'location,comment,timestamp'],
  ['cmi.comments_from_lms', 'comment,timestamp,location'],
  ['cmi.interactions', 'description,id,type,objectives,timestamp,result,learner_response,weighting,latency,correct_responses'],
  ['cmi.learner_preference', 'language,delivery_speed,audio_captioning,audio_level'],
  ['cmi.objectives', 'success_status,progress_measure,description,id,completion_status,score'],
  ['cmi.objectives.n.score', score],
  ['cmi.score', score],
  ['adl.data', 'id,store'],
]);

/** What has a `_count`. */
export const lists: ReadonlySet<string> = new Set(
  [...elements.keys()].flatMap((name) => [...name.matchAll(/\.n(?=\.)/g)].map(({ index }) => name.slice(0, index))),
);

/** Every name that stands for a part of the model instead of a value. */
export const containers: ReadonlySet<string> = new Set(
  [...elements.keys()].flatMap((name) => name.split('.').map((_, at, all) => all.slice(0, at).join('.'))).filter(Boolean),
);

/** What the table says of a value, by itself. Undefined: it has no such element. */
export function judge(name: string, value: string, interaction = ''): Verdict | undefined {
  return elements.get(placeOf(name).element)?.type(value, interaction);
}
