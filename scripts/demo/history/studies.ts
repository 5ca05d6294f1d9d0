import {
  deriveScoResult,
  foldRecords,
  foldSequencing,
  initialSequencing,
  rollUpCourse,
  sequencedResult,
  type ActivityTree,
  type CourseResult,
  type ManifestItem,
  type RuntimeRecord,
  type ScoResult,
  type ScormVersion,
  type ScoState,
  type SequencingState,
} from '@aula/scorm';
import { partsOf, type Lesson, type LessonPart } from '../package/lesson.ts';
import { Chance, idAt } from './chance.ts';
import type { Life } from './lives.ts';

/** A package as it is played: its items in their order, and the tree of a sequenced one. */
export interface Played {
  id: string;
  version: ScormVersion;
  items: readonly ManifestItem[];
  tree: ActivityTree | null;
}
/** What was done in one item, and what came of it. */
interface Visited {
  scoId: string;
  state: ScoState;
  result: ScoResult;
}
/** One sitting in the lesson of a course: what the player would have sent, and what the academy makes of that. */
export interface Study {
  id: string;
  life: Life;
  played: Played;
  openedAt: Date;
  leftAt: Date;
  records: (RuntimeRecord & { at: Date; t: number })[];
  visited: Visited[];
  sequencing: SequencingState | null;
  result: CourseResult;
}

const minute = 60_000;

/** The sitting that a life tells of; undefined where nobody came as far as the lesson. */
export const studyOf = (life: Life, played: Played, lesson: Lesson): Study | undefined => {
  const { lesson: told, readAt } = life.story;
  if (!told || !readAt) return undefined;
  const chance = new Chance(`lesson ${life.learner.email} ${life.taught.title}`);
  const openedAt = new Date(Math.max(readAt.getTime() + minute, told.at.getTime() - chance.between(14, 55) * minute * told.share));
  const leftAt = new Date(Math.max(told.at.getTime(), openedAt.getTime() + minute));
  const journal = new Journal(played);
  write(journal, lesson, { share: told.share, skill: life.story.skill, chance, seconds: (leftAt.getTime() - openedAt.getTime()) / 1_000 });
  const id = idAt(openedAt, `lesson ${life.learner.email} ${life.taught.title}`);
  const records = journal.records.map((record, index, { length }) => {
    const t = Math.round(((index + 1) / length) * (leftAt.getTime() - openedAt.getTime()));
    return { ...record, t, at: new Date(openedAt.getTime() + t) };
  });
  return { id, life, played, openedAt, leftAt, records, ...whatCameOf(id, played, journal.records) };
};

const whatCameOf = (id: string, { version, items, tree }: Played, records: RuntimeRecord[]) => {
  const own = records.filter(({ scoId }) => items.some(({ identifier }) => identifier === scoId));
  const { scos } = foldRecords(
    { lastSeq: 0, scos: {} },
    own.map((record, index) => ({ ...record, seq: index + 1 })),
  );
  const visited = items.flatMap((item): Visited[] => {
    const state = scos[item.identifier];
    return state ? [{ scoId: item.identifier, state, result: deriveScoResult(version, item, state) }] : [];
  });
  const results = Object.fromEntries(visited.map(({ scoId, result }) => [scoId, result]));
  const sequencing = tree && foldSequencing(tree, initialSequencing(Number.parseInt(id.slice(-8), 16)), records).state;
  const result = tree && sequencing ? sequencedResult(tree, sequencing, results) : rollUpCourse(version, items, results);
  return { visited, sequencing, result };
};

/** The lines of a player, in the words of the package's standard. */
class Journal {
  readonly records: RuntimeRecord[] = [];
  private readonly sequenced: boolean;
  private readonly ids: string[];
  readonly is12: boolean;

  constructor({ version, items, tree }: Played) {
    this.is12 = version === '1.2';
    this.sequenced = tree !== null;
    this.ids = items.map(({ identifier }) => identifier);
  }

  open(part: number): void {
    if (this.sequenced && part === 0) this.add('nav', '', 'begin', '');
    if (this.sequenced && part > 0) this.add('nav', this.ids[part - 1]!, 'request', 'continue');
    this.add('nav', this.ids[part]!, 'open', '');
    this.add('init', this.ids[part]!);
    this.set(part, this.is12 ? 'core.lesson_status' : 'completion_status', 'incomplete');
    this.set(part, this.is12 ? 'core.exit' : 'exit', 'suspend');
  }

  set(part: number, element: string, value: string | number): void {
    this.add('set', this.ids[part]!, `cmi.${element}`, String(value));
  }

  close(part: number, seconds: number): void {
    this.set(part, this.is12 ? 'core.session_time' : 'session_time', this.is12 ? timespan(seconds) : `PT${seconds}S`);
    this.add('term', this.ids[part]!);
  }

  /** The learner goes: for good, or to come back. */
  leave(part: number, done: boolean): void {
    if (this.sequenced) this.add('nav', this.ids[part]!, 'request', done ? 'exitAll' : 'suspendAll');
  }

  private add(kind: RuntimeRecord['kind'], scoId: string, element?: string, value?: string): void {
    const answer = kind === 'nav' ? {} : { result: 'true', errorCode: 0 };
    this.records.push({ seq: this.records.length + 1, kind, scoId, element: element ?? null, value: value ?? null, ...answer });
  }
}

/** SCORM 1.2 RTE, CMITimespan. */
const timespan = (seconds: number): string => {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${two(seconds / 3_600).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
};

interface Told {
  share: number;
  skill: number;
  chance: Chance;
  seconds: number;
}

/** Page by page through the parts, as far as the share of the lesson that was done. */
const write = (journal: Journal, lesson: Lesson, told: Told): void => {
  const parts = partsOf(lesson);
  const all = parts.reduce((sum, { pages }) => sum + pages.length, 0);
  let left = told.share === 1 ? all : Math.max(1, Math.min(all - 1, Math.round(all * told.share)));
  const pages = left;
  for (const [index, part] of parts.entries()) {
    const seen = Math.min(part.pages.length, left);
    left -= seen;
    visit(journal, index, part, { ...told, seen, seconds: Math.max(1, Math.round((told.seconds * seen) / pages)) });
    if (left === 0) {
      journal.leave(index, told.share === 1);
      return;
    }
  }
};

const visit = (journal: Journal, index: number, { pages }: LessonPart, { seen, seconds, skill, chance }: Told & { seen: number }): void => {
  const { is12 } = journal;
  const questions = pages.filter((page) => page.kind === 'question');
  const answers: Record<string, number> = {};
  let wrong = 0;
  journal.open(index);
  for (const page of pages.slice(0, seen)) {
    if (page.kind !== 'question') continue;
    // half of them at least are right: whoever goes on to the end passes the practice
    const right = chance.next() < skill || (wrong + 1) * 2 > questions.length;
    if (!right) wrong += 1;
    const chosen = right ? page.correct : (page.correct + 1) % page.choices.length;
    const base = `interactions.${Object.keys(answers).length}.`;
    answers[page.id] = chosen;
    journal.set(index, `${base}id`, page.id);
    journal.set(index, `${base}type`, 'choice');
    journal.set(index, `${base}${is12 ? 'student_response' : 'learner_response'}`, 'abcdefgh'[chosen]!);
    journal.set(index, `${base}result`, right ? 'correct' : is12 ? 'wrong' : 'incorrect');
    journal.set(index, 'suspend_data', JSON.stringify(answers));
  }
  journal.set(index, is12 ? 'core.lesson_location' : 'location', seen - 1);
  if (!is12) journal.set(index, 'progress_measure', (seen / pages.length).toFixed(2));
  if (seen === pages.length) finish(journal, index, 1 - wrong / Math.max(1, questions.length));
  journal.close(index, seconds);
};

const finish = (journal: Journal, index: number, share: number): void => {
  const score = journal.is12 ? 'core.score.' : 'score.';
  journal.set(index, `${score}raw`, Math.round(share * 100));
  journal.set(index, `${score}min`, 0);
  journal.set(index, `${score}max`, 100);
  if (journal.is12) {
    journal.set(index, 'core.lesson_status', share >= 0.5 ? 'passed' : 'completed');
    return;
  }
  journal.set(index, 'score.scaled', share.toFixed(2));
  journal.set(index, 'completion_status', 'completed');
  journal.set(index, 'success_status', share >= 0.5 ? 'passed' : 'failed');
};
