import type { CourseView, Language, Me, Page, PersonView } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { memoryAt } from '../../lib/device-memory.js';
import { http } from '../../lib/http.js';
import { textIn } from '../../lib/local-text.js';
import { allows, mayEnter } from '../../lib/rights.js';
import { recentPlace } from '../../lib/signed-in.js';

export const hitKinds = ['course', 'person'] as const;

/** Something that was found, and where it leads. */
export interface Hit {
  kind: (typeof hitKinds)[number];
  id: string;
  title: string;
  /** What tells it from its namesakes: the code of a course, the institution of a person. */
  text: string;
  href: string;
}

const perKind = 6;

/** Courses for everybody, and people for those who may see them; the server leaves accents and capitals aside. */
export const hitsQuery = (me: Me | null | undefined, words: string, language: Language) =>
  queryOptions({
    queryKey: ['search', words, language],
    queryFn: async ({ signal }): Promise<Hit[]> => {
      const filter = { q: words, limit: perKind };
      const [courses, people] = await Promise.all([
        http.get<Page<CourseView>>('/catalog/courses', filter, signal),
        mayEnter(me, 'institution') ? http.get<Page<PersonView>>('/identity/people', filter, signal) : undefined,
      ]);
      return [...courses.items.map((course) => courseHit(course, language)), ...(people?.items.map(personHit) ?? [])];
    },
    enabled: words.length > 1,
  });

/** Whoever writes a course comes to its workshop, everybody else to its page in the catalogue. */
const courseHit = (course: CourseView, language: Language): Hit => ({
  kind: 'course',
  id: course.id,
  title: textIn(course.title, language),
  text: course.code,
  href: `${allows(course, 'course.author') ? '/teach/courses' : '/catalogue'}/${course.id}`,
});

const personHit = ({ id, givenName, familyName, institution }: PersonView): Hit => ({
  kind: 'person',
  id,
  title: `${givenName} ${familyName}`,
  text: institution ?? '',
  href: `/institution/people/${id}`,
});

const remembered = 5;

/** The last choices of this person on this device, newest first; gone at the sign-out. */
export const recentHits = (person: string) => {
  const memory = memoryAt(recentPlace(person));
  const read = (): Hit[] => {
    try {
      return JSON.parse(memory.read() ?? '[]') as Hit[];
    } catch {
      return []; // half a write of a device that went out
    }
  };
  return {
    read,
    add: (hit: Hit) => {
      memory.write(JSON.stringify([hit, ...read().filter(({ id }) => id !== hit.id)].slice(0, remembered)));
    },
  };
};
