import ical, { ICalAlarmType, ICalEventStatus } from 'ical-generator';
import { inLanguage, type EnrollmentId, type Language, type LocalText, type ProblemText, fillText } from '@aula/contracts';
import type { EnrollmentState } from '../enrollment.entity.js';

/** A date of a learner. */
export interface CalendarRow {
  kind: 'opens' | 'closes' | 'session';
  at: string;
  /** Of sessions; null of all else. */
  ends_at: string | null;
  place: string | null;
  unit_id: string | null;
  unit_title: LocalText | null;
  /** How often it was moved. */
  moved: number;
  time_zone: string;
  enrollment_id: EnrollmentId;
  state: EnrollmentState;
  course_title: LocalText;
  edition_title: string;
}

/** What stays the same for the same happening, whatever is renamed or moved. */
export const uidOf = ({ kind, enrollment_id: id, unit_id: unit }: Pick<CalendarRow, 'kind' | 'enrollment_id' | 'unit_id'>): string =>
  [kind, ...(unit === null ? [] : [unit]), id].join('-');

export interface Frame {
  language: Language;
  publicUrl: string;
  now: Date;
  /** What the academy is called in that language. */
  academy: string;
}
const locales: Readonly<Record<Language, string>> = { es: 'ES', pt: 'PT', en: 'EN', fr: 'FR' };
const aDay = 86_400;

/**
 * The dates as iCalendar (RFC 5545), in the reader's language; instants in UTC, which every program shows in its own zone. Who left a
 * course gets its dates as cancelled, so that programs that keep copies take them out.
 */
export const calendarOf = (dates: readonly CalendarRow[], { language, publicUrl, now, academy }: Frame): string => {
  const calendar = ical({
    name: fillText(words.name, language, { academy }),
    prodId: { company: 'Aula', product: 'Aula', language: locales[language] },
    ttl: 3_600,
  });
  for (const date of dates) {
    const cancelled = date.state === 'withdrawn';
    const course = inLanguage(date.course_title, language);
    calendar.createEvent({
      id: `${uidOf(date)}@aula`,
      stamp: now,
      start: new Date(date.at),
      end: new Date(date.ends_at ?? date.at),
      summary: fillText(words[date.kind], language, { course, unit: inLanguage(date.unit_title ?? {}, language) }),
      ...(date.place ? { location: date.place } : {}),
      description: date.edition_title,
      url: `${publicUrl}/learning/${date.enrollment_id}`,
      sequence: date.moved + (cancelled ? 1 : 0),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      alarms: date.kind !== 'opens' && date.state === 'active' ? [{ type: ICalAlarmType.display, trigger: aDay }] : [],
    });
  }
  return calendar.toString();
};

const words = {
  name: { es: '{academy}: mis cursos', pt: '{academy}: meus cursos', en: '{academy}: my courses', fr: '{academy} : mes cours' },
  opens: { es: 'Abre: {course}', pt: 'Abre: {course}', en: 'Opens: {course}', fr: 'Ouvre : {course}' },
  session: { es: '{unit} ({course})', pt: '{unit} ({course})', en: '{unit} ({course})', fr: '{unit} ({course})' },
  closes: { es: 'Cierra: {course}', pt: 'Encerra: {course}', en: 'Closes: {course}', fr: 'Ferme : {course}' },
} as const satisfies Record<string, ProblemText>;
