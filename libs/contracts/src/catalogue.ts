import { z } from 'zod';
import { InstitutionId } from './ids.js';
import { Instant } from './page.js';
import { Language } from './text.js';

/** How long a course takes: under 6 hours, under 20, or longer. */
export const courseLengths = ['short', 'medium', 'long'] as const;
export const CourseLength = z.enum(courseLengths).meta({ id: 'CourseLength' });
export type CourseLength = z.infer<typeof CourseLength>;

const modes = ['virtual', 'on-site', 'blended'] as const;
/** Whether an edition of a course runs now, or is to come. */
const times = ['open', 'planned'] as const;

/** What the length of a course and its editions that are not over may be asked for, besides words, languages and kinds of units. */
export const courseFacets = {
  length: CourseLength.optional(),
  mode: z.enum(modes).optional(),
  when: z.enum(times).optional(),
};

/** An edition that is not over, as everybody may know it. */
export const NextEdition = z
  .object({ title: z.string(), mode: z.enum(modes), opensAt: Instant, closesAt: Instant, timeZone: z.string(), state: z.enum(times) })
  .meta({ id: 'NextEdition' });
export type NextEdition = z.infer<typeof NextEdition>;

const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.number().int() }));

/** What can be chosen in the catalogue: of each choice, how many courses it leaves with all the others as they are. */
export const CourseFacets = z
  .object({
    total: z.number().int(),
    language: counted(Language),
    kind: counted(z.string()),
    length: counted(CourseLength),
    mode: counted(z.enum(modes)),
    when: counted(z.enum(times)),
    institution: z.array(z.object({ value: InstitutionId, name: z.string(), country: z.string(), count: z.number().int() })),
  })
  .meta({ id: 'CourseFacets' });
export type CourseFacets = z.infer<typeof CourseFacets>;

/** Figures of the public catalogue. */
export const CatalogueOverview = z
  .object({
    courses: z.number().int(),
    hours: z.number(),
    institutions: z.number().int(),
    /** Member States whose institutions take part. */
    countries: z.number().int(),
    /** Editions that are open now. */
    editions: z.number().int(),
  })
  .meta({ id: 'CatalogueOverview' });
export type CatalogueOverview = z.infer<typeof CatalogueOverview>;
