import { parseRequest } from '@aula/scorm';
import type { Beginning } from './course.js';
import type { SequencedCourse } from './sequenced-course.js';

/** Where a request leads: to an item, to a page from which the learner chooses, or away from the course. */
export type Going = { to: 'item'; id: string; beginning?: Beginning } | { to: 'choice' } | { to: 'academy'; suspend: boolean };

/** How a control stands: `hidden` when it is not for this course or this item. */
export type ControlState = 'enabled' | 'disabled' | 'hidden';

/** How an entry of the table of contents stands. */
export type EntryState = { visible: boolean; available: boolean };

export const controls = ['previous', 'continue', 'suspendAll', 'exit', 'exitAll', 'abandon', 'abandonAll'] as const;
export type Control = (typeof controls)[number];

/** The way through a course. Requests are worded as adl.nav.request words them (SCORM 2004 4th Ed. SN 5.6.3). */
export interface Path {
  /** Where the course opens. */
  begin(): Going;
  /** What the learner asks for with a control. */
  requestOf(control: Control): string;
  /** Whether a request would lead anywhere now. */
  allows(request: string): boolean;
  /** Follows a request, once the content has been taken away. */
  follow(request: string): Going;
  /** An item was opened. */
  opened(id: string): void;
  /** Where the learner goes when the time for the open item is up. */
  expire(): Going;
  control(control: Control): ControlState;
  entries(): ReadonlyMap<string, EntryState>;
}

/** Whether content may ask for a request now. Without sequencing a request that leads nowhere is no error: content may stay where it is. */
export const canAsk =
  (course: { sequencing: unknown }, path: Path) =>
  (request: string): boolean | undefined =>
    path.allows(request) || (course.sequencing ? false : undefined);

export const choiceOf = (id: string): string => `{target=${id}}choice`;

/** The way through a sequenced package: every step is a record, from which the sequencer says where it leads; so the server comes to the same. */
export class SequencedPath implements Path {
  constructor(
    private readonly course: SequencedCourse,
    private readonly record: (element: 'begin' | 'request', value: string) => void,
  ) {}

  /** Where there is one part alone, ending it is ending the course. */
  requestOf(control: Control): string {
    return control === 'exit' && this.isSingle ? 'exitAll' : control;
  }

  begin(): Going {
    this.record('begin', '');
    return this.going(false);
  }

  allows(request: string): boolean {
    const { view } = this.course;
    const parsed = parseRequest(request);
    return parsed !== undefined && view.isValid(parsed);
  }

  follow(request: string): Going {
    this.record('request', request);
    return this.going(request === 'suspendAll');
  }

  opened(): void {}

  expire(): Going {
    const request = this.requestOf('exit');
    return this.allows(request) ? this.follow(request) : { to: 'choice' };
  }

  control(control: Control): ControlState {
    const steps = control === 'continue' || control === 'previous';
    if (this.isSingle && !['suspendAll', 'exit'].includes(control)) return 'hidden';
    // what the content hides of the two steps stays in its place, so that the bar does not jump from item to item
    if (this.course.view.hidden.includes(control)) return steps ? 'disabled' : 'hidden';
    return this.allows(this.requestOf(control)) ? 'enabled' : 'disabled';
  }

  entries(): ReadonlyMap<string, EntryState> {
    const contents = [...this.course.view.contents()];
    return new Map(contents.map(([id, { visible, selectable }]) => [id, { visible, available: selectable }]));
  }

  private get isSingle(): boolean {
    return this.course.tree.activities.filter(({ children }) => children.length === 0).length === 1;
  }

  private going(suspend: boolean): Going {
    const { last } = this.course;
    if (last?.delivered) return { to: 'item', id: last.delivered, beginning: last.resumed ? 'resumed' : 'anew' };
    return last?.ended ? { to: 'academy', suspend } : { to: 'choice' };
  }
}
