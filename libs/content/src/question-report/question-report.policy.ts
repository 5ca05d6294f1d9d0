import { holds, holdsEverywhere, holdsOver, type Actor } from '@aula/contracts';

/** An edition as rights see it; the institution is null for one of the whole network. */
export interface ReportedEdition {
  id: string;
  courseId: string;
  institutionId: string | null;
}

/** How a cohort answered is for the instructors of the course or edition, and the administrators of the institution that holds it. */
export const mayReportOn = (actor: Actor | undefined, edition?: ReportedEdition): boolean => {
  if (!actor || !edition) return holds(actor, 'instructor', 'administrator');
  const teaches = actor.grants.some(
    ({ role, scope: { kind, id } }) =>
      role === 'instructor' && ((kind === 'course' && id === edition.courseId) || (kind === 'edition' && id === edition.id)),
  );
  return (
    teaches ||
    holdsEverywhere(actor, 'instructor') ||
    holdsOver(actor, edition.institutionId ? [edition.institutionId] : [], 'administrator')
  );
};

export const questionReportPolicy = { 'questions.report': mayReportOn };
