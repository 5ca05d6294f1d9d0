import type { KeyedQuestion, Sitting } from './sitting.ts';
import { sit } from './sitting.ts';
import { Chance, idAt } from './chance.ts';
import { storyOf, type End, type Story, type Term } from './story.ts';

/** Someone who learns. */
export interface Learner {
  id: string;
  email: string;
  country: string | null;
  language: string;
}
/** An edition with what its course consists of. */
export interface Taught extends Term {
  id: string;
  versionId: string;
  /** The pass mark that the completion rule asks for. */
  minimumScore: number;
  units: { page: string; scorm: string; session: string | null; quiz: string };
  /** The examination of each language. */
  quizzes: Readonly<Record<string, Quiz>>;
  /** The package of each language. */
  packages: Readonly<Record<string, string>>;
  /** The written report of each language, where the course asks for one. */
  report: { unitId: string; quizzes: Readonly<Record<string, string>> } | null;
  code: string;
}
export interface Quiz {
  id: string;
  pick: number;
  passingScore: number;
  attemptsAllowed: number;
  timeLimitSeconds: number;
  questions: readonly KeyedQuestion[];
}

/** An attempt with its paper and its result. */
export interface Attempt extends Sitting {
  id: string;
  number: number;
  quizId: string;
  startedAt: Date;
  submittedAt: Date;
  deadline: Date;
  passed: boolean;
}
/** Progress in a unit, as the house of enrollments keeps it. */
interface Mark {
  unitId: string;
  completed: boolean;
  passed: boolean;
  failed: boolean;
  score: number | null;
  progress: number;
  at: Date;
}
/** What came of one enrollment. */
export interface Life {
  enrollmentId: string;
  learner: Learner;
  taught: Taught;
  story: Story;
  attempts: Attempt[];
  marks: Mark[];
  state: 'active' | 'completed' | 'withdrawn';
  /** Required units that are done, in their order. */
  doneUnits: string[];
  progress: number;
  completedAt?: Date;
}

/** Tells a life: the story, what was answered in it, and the marks that follow by the rules of the academy. */
export const lifeOf = (learner: Learner, taught: Taught, { now, enrollmentId, surely }: Telling): Life => {
  const story = storyOf(learner, taught, now, surely);
  const attempts = attemptsOf(learner, taught, story);
  const passed = attempts.find((attempt) => attempt.passed);
  const marks = marksOf(taught, story, attempts);
  const done = [taught.units.page, taught.units.scorm, taught.units.quiz].filter((unit) =>
    marks.some(({ unitId, completed, passed: well }) => unitId === unit && (completed || well)),
  );
  return {
    enrollmentId: enrollmentId ?? idAt(story.enrolledAt, `enrollment ${learner.email} ${taught.title}`),
    learner,
    taught,
    story,
    attempts,
    marks,
    state: story.withdrawnAt ? 'withdrawn' : passed ? 'completed' : 'active',
    doneUnits: done,
    progress: done.length / 3,
    ...(passed ? { completedAt: passed.submittedAt } : {}),
  };
};
interface Telling {
  now: Date;
  /** Of somebody who is enrolled already. */
  enrollmentId?: string | undefined;
  surely?: End | undefined;
}

const attemptsOf = (learner: Learner, taught: Taught, story: Story): Attempt[] => {
  const quiz = taught.quizzes[learner.language] ?? taught.quizzes['es']!;
  const chance = new Chance(`examination ${learner.email} ${taught.title}`);
  const most = story.end === 'failed' ? 1 + Math.floor(chance.next() * quiz.attemptsAllowed) : quiz.attemptsAllowed;
  const attempts: Attempt[] = [];
  for (const [index, startedAt] of story.attemptsAt.slice(0, most).entries()) {
    const last = index === quiz.attemptsAllowed - 1;
    const must = story.end === 'failed' ? 'fail' : last ? 'pass' : undefined;
    const sitting = sit(quiz.questions, quiz, { skill: story.skill + index * 0.15, chance, ...(must ? { must } : {}) });
    const seconds = quiz.timeLimitSeconds * chance.between(0.2, 0.9);
    const deadline = new Date(Math.min(startedAt.getTime() + quiz.timeLimitSeconds * 1_000, taught.closesAt.getTime()));
    const submittedAt = new Date(Math.min(startedAt.getTime() + seconds * 1_000, deadline.getTime()));
    const passed = sitting.score / sitting.maxScore >= Math.max(quiz.passingScore, taught.minimumScore);
    const id = idAt(startedAt, `attempt ${learner.email} ${taught.title} ${index}`);
    attempts.push({ ...sitting, id, number: index + 1, quizId: quiz.id, startedAt, submittedAt, deadline, passed });
    if (passed) break;
  }
  return attempts;
};

const marksOf = ({ units }: Taught, { readAt, lesson, attendedAt }: Story, attempts: readonly Attempt[]): Mark[] => {
  const plain = { completed: true, passed: false, failed: false, score: null, progress: 1 };
  const marks: Mark[] = [];
  if (readAt) marks.push({ ...plain, unitId: units.page, at: readAt });
  if (lesson) marks.push({ ...plain, unitId: units.scorm, completed: lesson.share === 1, progress: lesson.share, at: lesson.at });
  if (attendedAt && units.session) marks.push({ ...plain, unitId: units.session, at: attendedAt });
  const last = attempts.at(-1);
  if (last) {
    const score = Math.max(...attempts.map((attempt) => attempt.score / attempt.maxScore));
    const failed = attempts.some(({ passed }) => !passed);
    const { passed } = last;
    marks.push({ unitId: units.quiz, completed: false, passed, failed, score, progress: passed ? 1 : 0, at: last.submittedAt });
  }
  return marks;
};
