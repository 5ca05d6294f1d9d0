import type { CommitLoop } from './commit-loop.js';
import type { Course } from './course.js';
import { Shortener } from './delta.js';
import type { Draft, Journal } from './journal.js';

/** Where a record goes: into the course as this device knows it and, when the visit counts, into the journal and on its way. */
export interface Recorder {
  record(draft: Draft): void;
  /** What is still on its way; null when nothing is recorded. */
  readonly route: { journal: Journal; loop: CommitLoop } | null;
}

/** Records for the academy. */
export const recorder = (course: Course, journal: Journal, loop: CommitLoop): Recorder => {
  const shortener = new Shortener();
  journal.onAside = ({ scoId }) => shortener.forget(scoId);
  return {
    route: { journal, loop },
    record: (draft) => {
      const record = journal.append(shortener.shorten(claimed(course, draft)));
      course.take({ ...draft, seq: record.seq });
      loop.noticed(record);
    },
  };
};

/** An end that the API took bears what the item comes to with it: the server holds that against its own word. */
const claimed = (course: Course, draft: Draft): Draft =>
  draft.kind === 'term' && draft.result === 'true' ? { ...draft, value: JSON.stringify(course.claim(draft)) } : draft;

/** Preview and review: the course goes on as if recorded, and nothing leaves the page. */
export const unrecorded = (course: Course): Recorder => {
  let seq = 0;
  return { route: null, record: (draft) => course.take({ ...draft, seq: ++seq }) };
};
