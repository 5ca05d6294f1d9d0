import type { Me, Role } from '@aula/contracts';

/** Parts of the application, by who may enter them. The server decides each request anew; this only keeps shut doors out of sight. */
const keys = {
  today: ['instructor', 'training-administrator', 'registrar', 'reviewer', 'administrator'],
  teach: ['instructor', 'administrator'],
  attendance: ['instructor', 'training-administrator', 'administrator'],
  institution: ['training-administrator', 'administrator'],
  university: ['registrar', 'reviewer', 'coordinator', 'administrator'],
  administration: ['administrator'],
  insight: ['instructor', 'training-administrator', 'registrar', 'coordinator', 'programme-manager', 'administrator', 'auditor'],
  audit: ['administrator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Area = keyof typeof keys;

/** True when the person holds one of the roles anywhere. */
export const isOneOf = (me: Me | null | undefined, roles: readonly Role[]): boolean =>
  me?.roles.some((role) => roles.includes(role)) ?? false;

/** True when the person holds one of the area's roles anywhere. */
export const mayEnter = (me: Me | null | undefined, area: Area): boolean => isOneOf(me, keys[area]);

/** True when `may` of an answer names the right. */
export const allows = (subject: { may?: string[] | undefined } | undefined, right: string): boolean =>
  subject?.may?.includes(right) ?? false;
