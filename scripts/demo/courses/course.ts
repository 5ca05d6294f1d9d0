import type { Language } from '@aula/contracts';
import type { Lesson, ScormVersion } from '../package/lesson.ts';

/** One language of a demonstration course. `gift` is its examination in the GIFT format. */
export interface CourseText {
  title: string;
  summary: string;
  /** `session`: a practical that who studies alone may leave out. */
  unitTitles: { welcome: string; lesson: string; exam: string; session?: string };
  /** Markdown of the welcome page. */
  welcome: string;
  lesson: Lesson;
  gift: string;
}

/** A written report in one language: the question, its criteria of two points each, and what some learners have handed in. */
interface ReportText {
  unitTitle: string;
  question: string;
  criteria: [title: string, text: string][];
  answers: string[];
}
export type CourseReport = Readonly<Record<Language, ReportText>>;

/** A guide in one language: what to do, in order, with a sentence on each. */
export interface GuideText {
  unitTitle: string;
  fileName: string;
  lead: string;
  steps: readonly (readonly [name: string, text: string])[];
}
export type CourseGuide = Readonly<Record<Language, GuideText>>;

/** A course of the demonstration academy: a page, a generated SCORM package and an examination in each language; some have a practical. */
export interface DemoCourse {
  code: string;
  /** Code of the academy or university that answers for it. */
  institution: string;
  hours: number;
  scorm: ScormVersion;
  texts: Readonly<Record<Language, CourseText>>;
  /** What is written besides the examination, and marked by people; it need not be done. */
  report?: CourseReport;
  /** What is to be kept at hand, as a file of one page. */
  guide?: CourseGuide;
}
