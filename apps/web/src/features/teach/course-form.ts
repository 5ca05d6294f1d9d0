import type { CourseCreate, CourseView, Language } from '@aula/contracts';
import { type Texts, trimText } from '../../lib/local-text.js';
import { readNumber } from '../../lib/number.js';

/** What the form of a course holds while it is being typed. */
export interface CourseFields {
  code: string;
  title: Texts;
  summary: Texts;
  hours: string;
  languages: Language[];
  public: boolean;
  institutionId: CourseView['institutionId'];
}

export const emptyCourse = (language: Language): CourseFields => ({
  code: '',
  title: {},
  summary: {},
  hours: '',
  languages: [language],
  public: true,
  institutionId: null,
});

export const fieldsOf = (course: CourseView): CourseFields => ({
  code: course.code,
  title: course.title,
  summary: course.summary ?? {},
  hours: String(course.hours),
  languages: course.languages,
  public: course.public,
  institutionId: course.institutionId,
});

const only = (texts: Texts, languages: readonly Language[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([language]) => languages.some((each) => each === language)));

/** The request, and the fields that stop it: what is missing is said before the server is asked. */
export const courseOf = (fields: CourseFields): { course: CourseCreate } | { missing: ('title' | 'hours' | 'languages')[] } => {
  const title = trimText(only(fields.title, fields.languages));
  const hours = readNumber(fields.hours);
  if (title && hours !== undefined && hours >= 0 && fields.languages.length > 0) {
    const summary = trimText(only(fields.summary, fields.languages)) ?? null;
    const { languages, institutionId } = fields;
    return { course: { code: fields.code.trim(), title, summary, hours, languages, public: fields.public, institutionId } };
  }
  return {
    missing: [
      ...(title ? [] : (['title'] as const)),
      ...(hours !== undefined && hours >= 0 ? [] : (['hours'] as const)),
      ...(fields.languages.length > 0 ? [] : (['languages'] as const)),
    ],
  };
};
