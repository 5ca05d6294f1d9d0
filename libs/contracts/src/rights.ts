import { scopeKinds, type Grant, type Role } from './access.js';
import type { House } from './houses.js';

type ScopeKind = (typeof scopeKinds)[number];
/** Parts of the academy under which rights are listed. */
export const rightAreas = ['account', 'learning', 'teach', 'institution', 'university', 'administration'] as const;
export type RightArea = (typeof rightAreas)[number];

/**
 * A right in the open: whom it is for besides roles (`anyone`: visitors too; `signed-in`: everybody, of their own; `roles`: nobody), and
 * which roles give it, over others, in which kinds of scope. The policies of the houses decide; a test holds this against each of them.
 */
export interface RightDeclaration {
  readonly house: House;
  readonly area: RightArea;
  readonly for: 'anyone' | 'signed-in' | 'roles';
  readonly roles: Readonly<Partial<Record<Role, readonly ScopeKind[]>>>;
}

type Roles = RightDeclaration['roles'];
const anyone = (house: House, area: RightArea): RightDeclaration => ({ house, area, for: 'anyone', roles: {} });
const signedIn = (house: House, area: RightArea, roles: Roles = {}): RightDeclaration => ({ house, area, for: 'signed-in', roles });
const byRole = (house: House, area: RightArea, roles: Roles): RightDeclaration => ({ house, area, for: 'roles', roles });

const all = ['everything'] as const;
const branch = ['everything', 'institution'] as const;
const anyScope = scopeKinds;
const taught = ['everything', 'course', 'edition'] as const;
const written = ['everything', 'institution', 'course'] as const;
const administrators: Roles = { administrator: all };
const readers: Roles = { administrator: all, auditor: all };
const trainers: Roles = { administrator: branch, 'training-administrator': branch };
const authors: Roles = { administrator: anyScope, instructor: anyScope };
const keepers: Roles = { administrator: anyScope, registrar: anyScope, reviewer: anyScope };
/** Those who follow how learners do, and change nothing. */
const followers: Roles = { auditor: branch, 'programme-manager': ['everything', 'institution', 'course', 'edition'] };
const teachers: Roles = { administrator: branch, instructor: taught };

/** Every right of every house's policies, with a text under `administration.rights.name` of the web's languages. */
export const rights = {
  'access-token.manage': signedIn('identity', 'account'),
  'access-token.oversee': byRole('identity', 'administration', administrators),
  'assessment.author': byRole('assessment', 'teach', authors),
  'attempt.inspect': byRole('content', 'teach', teachers),
  'attempt.launch': signedIn('content', 'learning'),
  'attempt.read': signedIn('assessment', 'learning'),
  'attempt.restore': byRole('content', 'teach', teachers),
  'attempt.sit': signedIn('assessment', 'learning'),
  'audit.check': byRole('identity', 'administration', readers),
  'audit.read': byRole('identity', 'administration', readers),
  'branding.read': anyone('identity', 'account'),
  'calendar.read': signedIn('enrollment', 'learning'),
  'calendar.subscribe': anyone('enrollment', 'learning'),
  'completion.list': byRole('accreditation', 'university', { ...keepers, coordinator: anyScope }),
  'course-file.read': signedIn('catalog', 'learning'),
  'course.author': byRole('catalog', 'teach', { administrator: written, instructor: written }),
  'course.read': anyone('catalog', 'learning'),
  'credential.certificate': signedIn('accreditation', 'university', { administrator: all, registrar: ['everything', 'university'] }),
  'credential.list': signedIn('accreditation', 'university', {
    administrator: branch,
    'training-administrator': branch,
    registrar: ['everything', 'university'],
  }),
  'credential.read': anyone('accreditation', 'university'),
  'credential.revoke': byRole('accreditation', 'university', { administrator: all, registrar: ['everything', 'university'] }),
  'credential.verify': anyone('accreditation', 'university'),
  'credential.verify-many': byRole('accreditation', 'university', keepers),
  'edition.attest': byRole('enrollment', 'teach', { ...trainers, instructor: ['everything', 'institution', 'course', 'edition'] }),
  'edition.change': byRole('enrollment', 'institution', trainers),
  'edition.enroll': byRole('enrollment', 'institution', trainers),
  'edition.open': byRole('enrollment', 'institution', trainers),
  'edition.read': signedIn('enrollment', 'learning'),
  'edition.remind': byRole('enrollment', 'institution', { ...trainers, instructor: ['everything', 'institution', 'course', 'edition'] }),
  'edition.roster': byRole('enrollment', 'institution', { ...trainers, ...followers, instructor: taught }),
  'enrollment.extend': byRole('enrollment', 'institution', trainers),
  'enrollment.read': signedIn('enrollment', 'learning', { ...trainers, ...followers, instructor: taught }),
  'enrollment.reinstate': byRole('enrollment', 'institution', trainers),
  'enrollment.report': signedIn('enrollment', 'learning'),
  'enrollment.withdraw': signedIn('enrollment', 'learning', trainers),
  'grant.give': byRole('identity', 'administration', administrators),
  'grant.read': byRole('identity', 'administration', administrators),
  'grant.take': byRole('identity', 'administration', administrators),
  'import.read': byRole('identity', 'institution', trainers),
  'import.run': byRole('identity', 'institution', trainers),
  'insight.read': byRole('insights', 'institution', {
    ...trainers,
    ...followers,
    instructor: taught,
    registrar: ['everything', 'university'],
    coordinator: ['everything', 'university'],
  }),
  'insight.rebuild': byRole('insights', 'administration', administrators),
  'institution.change': byRole('identity', 'institution', trainers),
  'institution.create': byRole('identity', 'institution', trainers),
  'institution.read': signedIn('identity', 'institution'),
  'marking.change': byRole('assessment', 'teach', authors),
  'marking.mark': byRole('assessment', 'teach', teachers),
  'me.change': signedIn('identity', 'account'),
  'me.read': signedIn('identity', 'account'),
  'member-state.read': anyone('identity', 'institution'),
  'notification.manage': signedIn('identity', 'account'),
  'notification.unsubscribe': anyone('identity', 'account'),
  'numbers.read': anyone('insights', 'learning'),
  'operations.cancel': byRole('identity', 'administration', administrators),
  'operations.read': byRole('identity', 'administration', administrators),
  'operations.retry': byRole('identity', 'administration', administrators),
  'package.move': byRole('content', 'teach', authors),
  'package.preview': byRole('content', 'teach', { ...authors, reviewer: anyScope, registrar: anyScope, coordinator: anyScope }),
  'package.read': byRole('content', 'teach', { ...authors, auditor: anyScope }),
  'package.remove': byRole('content', 'teach', authors),
  'package.replace': byRole('content', 'teach', authors),
  'package.upload': byRole('content', 'teach', authors),
  'password.change': signedIn('identity', 'account'),
  'password.reset': anyone('identity', 'account'),
  'person.change': byRole('identity', 'institution', trainers),
  'person.change-access': byRole('identity', 'institution', trainers),
  'person.create': byRole('identity', 'institution', trainers),
  'person.export': byRole('identity', 'institution', {
    ...trainers,
    auditor: branch,
    registrar: ['everything', 'institution', 'university'],
  }),
  'person.invite': byRole('identity', 'institution', trainers),
  'person.merge': byRole('identity', 'institution', trainers),
  'person.read': signedIn('identity', 'institution', {
    ...trainers,
    auditor: branch,
    registrar: ['everything', 'institution', 'university'],
  }),
  'person.set-password': byRole('identity', 'institution', administrators),
  'person.suspend': byRole('identity', 'institution', trainers),
  'questions.report': byRole('content', 'teach', teachers),
  'quiz.read': signedIn('assessment', 'learning'),
  'results.read': byRole('assessment', 'teach', teachers),
  'runtime.use': anyone('content', 'learning'),
  'second-factor.manage': signedIn('identity', 'account'),
  'second-factor.reset': byRole('identity', 'administration', administrators),
  'session.begin': anyone('identity', 'account'),
  'session.end': anyone('identity', 'account'),
  'session.manage': signedIn('identity', 'account'),
  'setting.change': byRole('identity', 'administration', administrators),
  'setting.read': byRole('identity', 'administration', administrators),
  'signing-key.read': anyone('accreditation', 'university'),
  'status-list.read': anyone('accreditation', 'university'),
  'unit.read': signedIn('catalog', 'learning'),
} as const satisfies Record<string, RightDeclaration>;

export type RightName = keyof typeof rights;
export const rightNames = Object.keys(rights) as [RightName, ...RightName[]];

/** The roles that give the right, each with one kind of scope in which it does: for statements over grants. */
export const grantsGiving = (right: RightName): { role: Role; kind: ScopeKind }[] =>
  Object.entries(rights[right].roles).flatMap(([role, kinds]) => kinds.map((kind) => ({ role: role as Role, kind })));

/** Whether a grant gives its holder the right, over what lies in the grant's scope. */
export const givesRight = (right: RightName, { role, scope }: Grant): boolean => rights[right].roles[role]?.includes(scope.kind) ?? false;
