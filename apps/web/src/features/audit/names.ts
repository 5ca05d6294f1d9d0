import type { AuditedKind } from '@aula/contracts';
import { useTranslation } from 'react-i18next';

export const kinds = [
  'grant',
  'second-factor-reset',
  'token-revocation',
  'setting-change',
  'enrollment',
  'attendance',
  'completion',
  'attempt',
  'grade',
  'content-attempt',
  'package-move',
  'restoration',
  'credential',
  'institution',
  'suspension',
  'person-merge',
  'course',
  'course-review',
  'mark',
] as const satisfies readonly AuditedKind[];
const actions = [
  'given',
  'taken',
  'ended',
  'changed',
  'reset',
  'revoked',
  'ordered',
  'reversed',
  'enrolled',
  'activated',
  'withdrawn',
  'completed',
  'recorded',
  'voided',
  'started',
  'begun',
  'inspected',
  'restored',
  'submitted',
  'progressed',
  'retracted',
  'graded',
  'awarded',
  'issued',
  'created',
  'moved',
  'renamed',
  'closed',
  'opened',
  'suspended',
  'reinstated',
  'merged',
  'undone',
  'set-aside',
  'returned',
  'extended',
  'asked',
  'approved',
  'sent-back',
  'review-required',
  'review-lifted',
] as const;
const members = [
  'role',
  'scope',
  'place',
  'endsAt',
  'revokedAt',
  'course',
  'edition',
  'state',
  'completedAt',
  'voidedAt',
  'score',
  'maxScore',
  'passed',
  'issuedAt',
  'name',
  'logo',
  'color',
  'language',
  'support',
  'welcome',
  'secondFactor',
  'sessions',
  'reminders',
] as const;

/** Kinds of things, deeds and members of things in words; what is new to this page by its code. */
export const useAuditNames = () => {
  const { t } = useTranslation();
  return {
    kind: (kind: string): string => {
      const known = kinds.find((each) => each === kind);
      return known ? t(`audit.kind.${known}`) : kind;
    },
    action: (action: string): string => {
      const known = actions.find((each) => each === action);
      return known ? t(`audit.action.${known}`) : action;
    },
    member: (name: string): string => {
      const known = members.find((each) => each === name);
      return known ? t(`audit.member.${known}`) : name;
    },
  };
};
