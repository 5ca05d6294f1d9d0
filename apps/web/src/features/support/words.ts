import type { TimelineEntry } from '@aula/contracts';

/** Names of data model elements as people call them; `number` is the place in a list, from 1. SCORM 1.2 RTE 3.4, 2004 4th Ed. RTE 4.2. */
const elements = [
  [/^cmi\.core\.lesson_status$/, 'status'],
  [/^cmi\.completion_status$/, 'completion'],
  [/^cmi\.success_status$/, 'success'],
  [/^cmi\.(?:core\.)?score\.raw$/, 'score'],
  [/^cmi\.(?:core\.)?score\.(?:min|max)$/, 'scoreRange'],
  [/^cmi\.score\.scaled$/, 'scaled'],
  [/^cmi\.progress_measure$/, 'progress'],
  [/^cmi\.(?:core\.lesson_)?location$/, 'location'],
  [/^cmi\.suspend_data$/, 'suspendData'],
  [/^cmi\.(?:core\.)?exit$/, 'exit'],
  [/^cmi\.(?:core\.)?session_time$/, 'sessionTime'],
  [/^cmi\.interactions\.(\d+)\.id$/, 'questionId'],
  [/^cmi\.interactions\.(\d+)\.type$/, 'questionType'],
  [/^cmi\.interactions\.(\d+)\.description$/, 'questionText'],
  [/^cmi\.interactions\.(\d+)\.(?:student|learner)_response$/, 'answer'],
  [/^cmi\.interactions\.(\d+)\.result$/, 'answerResult'],
  [/^cmi\.interactions\.(\d+)\.latency$/, 'answerTime'],
  [/^cmi\.interactions\.(\d+)\.correct_responses\./, 'answerKey'],
  [/^cmi\.interactions\.(\d+)\./, 'question'],
  [/^cmi\.objectives\.(\d+)\./, 'objective'],
  [/^cmi\.comments/, 'comment'],
  [/^cmi\.(?:student|learner)_preference\./, 'preference'],
  [/^adl\.nav\.request$/, 'request'],
] as const;
export type ElementName = (typeof elements)[number][1] | 'other';

/** What a data model element is called, and its place in its list. */
export const elementName = (element: string): { name: ElementName; number: number | null } => {
  for (const [pattern, name] of elements) {
    const found = pattern.exec(element);
    if (found) return { name, number: found[1] === undefined ? null : Number(found[1]) + 1 };
  }
  return { name: 'other', number: null };
};

const navigation = { open: 'opened', leave: 'left', suspend: 'paused', begin: 'began', request: 'asked' } as const;
type Deed = (typeof navigation)[keyof typeof navigation] | 'wrote' | 'started' | 'ended' | 'summary' | 'other';

/** What a record says that was done. */
export const deedOf = ({ call, element }: Pick<TimelineEntry, 'call' | 'element'>): Deed => {
  if (call === 'set') return 'wrote';
  if (call === 'init') return 'started';
  if (call === 'term') return 'ended';
  if (call === 'snap') return 'summary';
  return navigation[element as keyof typeof navigation] ?? 'other';
};

/** Seconds of silence that are worth a word. */
export const longPause = 120;
type Clocks = Pick<TimelineEntry, 'at' | 'deviceAt'>;
const behind = ({ at, deviceAt }: Clocks): number => (deviceAt === null ? 0 : (Date.parse(at) - Date.parse(deviceAt)) / 1_000);

/** Seconds that a record waited on its device, where that is worth a word: a minute, and not what the record before it waited. */
export const waited = (entry: Clocks, before: Clocks | undefined): number | null => {
  const seconds = behind(entry);
  const told = before !== undefined && before.deviceAt !== null && Math.abs(behind(before) - seconds) < 60;
  return Math.abs(seconds) >= 60 && !told ? seconds : null;
};

/** What a discrimination index says of a question: below 0 the strong fail where the weak succeed, which a wrong key does. */
export const verdictOn = (discrimination: number | null): 'reversed' | 'weak' | 'good' | 'few' => {
  if (discrimination === null) return 'few';
  if (discrimination < 0) return 'reversed';
  return discrimination < 0.2 ? 'weak' : 'good';
};
