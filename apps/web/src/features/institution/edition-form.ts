import type { EditionCreate, EditionView } from '@aula/contracts';
import { readNumber } from '../../lib/number.js';
import { instantAt, wallAt } from '../../lib/time.js';

export const modes = ['virtual', 'on-site', 'blended'] as const satisfies readonly EditionCreate['mode'][];

/** What the form of an edition holds: times as clocks in `timeZone` show them. */
export interface EditionFields {
  courseId: string;
  title: string;
  mode: EditionCreate['mode'];
  opens: string;
  closes: string;
  timeZone: string;
  capacity: string;
  /** null for the whole network, or for the person's own institution where they act for one alone. */
  institutionId: EditionView['institutionId'];
}

const day = 86_400_000;

/** Opens at the next full hour, closes 30 days later at 23:59, in the zone of this device. */
export const emptyEdition = (courseId: string, now: number, timeZone: string): EditionFields => ({
  courseId,
  title: '',
  mode: 'virtual',
  opens: wallAt(Math.ceil(now / 3_600_000) * 3_600_000, timeZone),
  closes: `${wallAt(now + 30 * day, timeZone).slice(0, 10)}T23:59`,
  timeZone,
  capacity: '',
  institutionId: null,
});

/** The next edition like one that is there; its dates are the former ones until somebody moves them. */
export const copyOf = ({ courseId, title, mode, opensAt, closesAt, timeZone, capacity, institutionId }: EditionView): EditionFields => ({
  ...{ courseId, title, mode, timeZone, institutionId },
  opens: wallAt(Date.parse(opensAt), timeZone),
  closes: wallAt(Date.parse(closesAt), timeZone),
  capacity: capacity === null ? '' : String(capacity),
});

export type EditionMissing = 'courseId' | 'title' | 'opens' | 'closes' | 'capacity';

/** An edition as it is wished for: of the newest published version of a course, whichever that is when it is opened. */
export type EditionWish = Omit<EditionCreate, 'courseVersionId'> & Pick<EditionFields, 'courseId'>;

/** The wish, or what still stops it. */
export const wishOf = (fields: EditionFields): { wish: EditionWish } | { missing: EditionMissing[] } => {
  const opensAt = instantAt(fields.opens, fields.timeZone);
  const closesAt = instantAt(fields.closes, fields.timeZone);
  const capacity = fields.capacity.trim() ? readNumber(fields.capacity) : null;
  const title = fields.title.trim();
  const later = opensAt !== undefined && closesAt !== undefined && closesAt > opensAt;
  const room = capacity === null || (capacity !== undefined && Number.isInteger(capacity) && capacity > 0);
  if (fields.courseId && title.length >= 2 && opensAt && closesAt && later && room) {
    const { courseId, mode, timeZone, institutionId } = fields;
    return { wish: { courseId, title, mode, opensAt, closesAt, timeZone, capacity, institutionId } };
  }
  const wrong = {
    courseId: !fields.courseId,
    title: title.length < 2,
    opens: !opensAt,
    closes: Boolean(opensAt) && !later,
    capacity: !room,
  };
  return { missing: (Object.keys(wrong) as EditionMissing[]).filter((field) => wrong[field]) };
};
