import { holds, holdsEverywhere, holdsOver, reach, type Actor, type Role, type RulePause } from '@aula/contracts';

/** An edition as rights see it; `institutionPath` is null for one of the whole network. */
export interface EditionSubject {
  institutionPath: readonly string[] | null;
}
/** An enrollment as rights see it: whose it is, and where that person serves. */
export interface EnrollmentSubject {
  personId: string;
  personPath: readonly string[];
}

const opens = ['training-administrator', 'administrator'] as const;

/** Training administrators open editions for their branch, administrators for everybody. */
export const mayOpen = (actor: Actor | undefined, edition?: EditionSubject): boolean => {
  if (!edition) return holds(actor, ...opens);
  return edition.institutionPath ? holdsOver(actor, edition.institutionPath, ...opens) : holdsEverywhere(actor, ...opens);
};

/** Into editions of the whole network each training administrator enrolls their own people; else only into those of their branch. */
export const mayEnroll = (actor: Actor | undefined, edition?: EditionSubject): boolean => {
  if (!edition) return holds(actor, ...opens);
  return edition.institutionPath ? holdsOver(actor, edition.institutionPath, ...opens) : enrollReach(actor) !== 'nobody';
};

/** The institutions whose people the actor may enroll; null for everybody. */
export const enrollReach = (actor: Actor | undefined): string[] | null | 'nobody' => {
  const institutions = reach(actor, ...opens);
  if (institutions === 'everything') return null;
  return institutions.length > 0 ? institutions : 'nobody';
};

/** Who keeps a rule at work: the roles in force of an account, and what became of it. */
export interface RuleAuthor {
  actor: Actor;
  active: boolean;
  merged: boolean;
}
/** A standing rule as rights see it; `reachPaths` are those of the institutions that it reaches, null for everybody. */
export interface RuleSubject extends EditionSubject {
  reachPaths: readonly (readonly string[])[] | null;
}
/** Why a rule must not go on in its author's name; undefined: it may. Nobody known means that it must not. */
export const pauseOf = (author: RuleAuthor | undefined, rule: RuleSubject): RulePause | undefined => {
  if (author?.merged) return 'merged';
  if (!author?.active) return 'inactive';
  if (!mayEnroll(author.actor, rule)) return 'role-ended';
  return covers(author.actor, rule) ? undefined : 'reach-narrowed';
};

/** Does the actor's role reach everybody whom the rule reaches? */
const covers = (actor: Actor, { reachPaths }: RuleSubject): boolean =>
  enrollReach(actor) === null || (reachPaths !== null && reachPaths.every((path) => holdsOver(actor, path, ...opens)));

/** A standing rule is ended by its author, and by whoever could keep it as wide as it is. */
export const mayStop = (actor: Actor, rule: RuleSubject & { personId: string }): boolean =>
  mayEnroll(actor, rule) && (rule.personId === actor.personId || covers(actor, rule));

/** An edition as those see it who hold its sessions. */
export interface AttestedEdition extends EditionSubject {
  id: string;
  courseId: string;
}
/** Who was at a session is said by its instructors, and by whoever may open such editions. */
export const mayAttest = (actor: Actor | undefined, edition?: AttestedEdition): boolean => {
  if (!actor || !edition) return holds(actor, 'instructor', ...opens);
  const teaches = edition.institutionPath ? holdsOver(actor, edition.institutionPath, 'instructor') : holdsEverywhere(actor, 'instructor');
  const named =
    scoped(actor, 'course', 'instructor').includes(edition.courseId) || scoped(actor, 'edition', 'instructor').includes(edition.id);
  return teaches || named || mayOpen(actor, edition);
};

/** For SQL: the editions of which `mayAttest` says yes. */
export const attestReach = (actor: Actor): Sight => {
  const over = reach(actor, 'instructor', ...opens);
  return {
    everything: over === 'everything',
    institutions: over === 'everything' ? [] : over,
    courses: scoped(actor, 'course', 'instructor'),
    editions: scoped(actor, 'edition', 'instructor'),
  };
};

/** Learners are reminded by whoever enrolls them and by whoever teaches them. */
export const mayRemind = (actor: Actor | undefined, edition?: AttestedEdition): boolean =>
  mayAttest(actor, edition) || mayEnroll(actor, edition);

/** Gives a withdrawn enrollment back, or one learner more time: who administers the person's institution. */
export const mayReinstate = (actor: Actor | undefined, enrollment?: EnrollmentSubject): boolean =>
  enrollment ? holdsOver(actor, enrollment.personPath, ...opens) : holds(actor, ...opens);

export const mayWithdraw = (actor: Actor | undefined, enrollment?: EnrollmentSubject): boolean => {
  if (!enrollment) return actor !== undefined;
  return enrollment.personId === actor?.personId || holdsOver(actor, enrollment.personPath, ...opens);
};

/** Learners report the progress of their own pages, videos and files. */
export const mayReport = (actor: Actor | undefined, enrollment?: EnrollmentSubject): boolean =>
  enrollment ? enrollment.personId === actor?.personId : actor !== undefined;

const ofCourses = ['instructor', 'programme-manager'] as const;

/** For SQL: whose enrollments and which editions the actor may see besides their own. */
export interface Sight {
  everything: boolean;
  institutions: string[];
  courses: string[];
  editions: string[];
}
/** People's enrollments: training administrators, administrators, auditors and programme managers by branch; instructors and programme managers by course and edition. */
export const sightOf = (actor: Actor): Sight => {
  const over = reach(actor, 'training-administrator', 'administrator', 'auditor', 'programme-manager');
  return {
    everything: over === 'everything' || holdsEverywhere(actor, 'instructor'),
    institutions: over === 'everything' ? [] : over,
    courses: scoped(actor, 'course', ...ofCourses),
    editions: scoped(actor, 'edition', ...ofCourses),
  };
};

/** True when the actor sees anybody else's enrollments at all. */
export const seesOthers = (actor: Actor): boolean => {
  const { everything, institutions, courses, editions } = sightOf(actor);
  return everything || institutions.length + courses.length + editions.length > 0;
};

/** Who sees others' enrollments at all reads rosters: of each edition what their role reaches. */
const mayReadRoster = (actor: Actor | undefined): boolean => actor !== undefined && seesOthers(actor);

/** The institutions of whose people the actor also sees how to reach them; null for everybody. */
export const adminReach = (actor: Actor): string[] | null => {
  const over = reach(actor, ...opens);
  return over === 'everything' ? null : over;
};

const scoped = (actor: Actor, kind: 'course' | 'edition', ...wanted: Role[]): string[] =>
  actor.grants.flatMap(({ role, scope }) => (wanted.includes(role) && scope.kind === kind && scope.id !== null ? [scope.id] : []));

const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

export const enrollmentPolicy = {
  'edition.read': signedIn,
  'edition.open': mayOpen,
  'edition.enroll': mayEnroll,
  'edition.change': mayOpen,
  'edition.attest': mayAttest,
  'edition.remind': mayRemind,
  'edition.roster': mayReadRoster,
  'enrollment.read': signedIn,
  'enrollment.withdraw': mayWithdraw,
  'enrollment.reinstate': mayReinstate,
  'enrollment.extend': mayReinstate,
  'enrollment.report': mayReport,
  /** Everybody has their own calendar, and whoever was given its secret address reads it. */
  'calendar.read': signedIn,
  'calendar.subscribe': (): boolean => true,
};
