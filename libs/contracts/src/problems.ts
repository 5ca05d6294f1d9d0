import { z } from 'zod';
import { accreditationProblems } from './problems/accreditation.js';
import { assessmentProblems } from './problems/assessment.js';
import { authoringProblems } from './problems/authoring.js';
import { catalogProblems } from './problems/catalog.js';
import { commonProblems } from './problems/common.js';
import { contentProblems } from './problems/content.js';
import { enrollmentProblems } from './problems/enrollment.js';
import { identityProblems } from './problems/identity.js';
import { importProblems } from './problems/import.js';
import { peopleProblems } from './problems/people.js';
import type { ProblemText } from './problems/text.js';
import type { Language } from './text.js';

/** Every problem code with its sentence in the four languages. A code, once published, keeps its meaning. */
export const problems = {
  ...commonProblems,
  ...identityProblems,
  ...peopleProblems,
  ...importProblems,
  ...catalogProblems,
  ...authoringProblems,
  ...enrollmentProblems,
  ...contentProblems,
  ...assessmentProblems,
  ...accreditationProblems,
} as const;
export type ProblemCode = keyof typeof problems;
export type ProblemParameters = Readonly<Record<string, string | number>>;

/** `text` in `language` with `{name}` places filled from `parameters`; a place without a value stays as it stands. */
export const fillText = (text: ProblemText, language: Language, parameters: ProblemParameters = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));

/** The sentence of a problem. */
export const problemText = (code: ProblemCode, language: Language, parameters?: ProblemParameters): string =>
  fillText(problems[code], language, parameters);

/** RFC 9457 problem details; `errors` name the members of the request that are wrong, some with a code of their own. Codes may bring further members. */
export const ProblemDetail = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() })).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDetail = z.infer<typeof ProblemDetail>;
