import type { LocalText } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { useAuditNames } from './names.js';

const roles = [
  'officer',
  'instructor',
  'training-administrator',
  'registrar',
  'reviewer',
  'coordinator',
  'programme-manager',
  'administrator',
  'auditor',
] as const;
const scopes = ['everything', 'institution', 'course', 'edition', 'university'] as const;
const words = ['pending', 'active', 'completed', 'withdrawn', 'issued', 'revoked', 'nobody', 'staff', 'everyone'] as const;

/** A recorded value in words of the page's language. */
export const useFactWords = (): ((value: unknown) => string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { member } = useAuditNames();
  const ofText = (value: string): string => {
    const role = roles.find((each) => each === value);
    if (role) return t(`role.${role}`);
    const scope = scopes.find((each) => each === value);
    if (scope) return t(`audit.scope.${scope}`);
    const word = words.find((each) => each === value);
    if (word) return t(`audit.word.${word}`);
    return /^\d{4}-\d\d-\d\dT/.test(value) ? instantText(value, language) : value;
  };
  const inWords = (value: unknown): string => {
    if (value === null || value === undefined) return t('audit.nothing');
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number') return count(value, language);
    if (typeof value === 'string') return ofText(value);
    if (Array.isArray(value)) return value.map(inWords).join(', ');
    if (isLocal(value)) return textIn(value, language);
    return Object.entries(value)
      .filter(([name]) => name !== 'palette')
      .map(([name, part]) => (name === 'value' ? inWords(part) : `${member(name)}: ${inWords(part)}`))
      .join(', ');
  };
  return inWords;
};

const isLocal = (value: object): value is LocalText => Object.keys(value).every((name) => ['es', 'pt', 'en', 'fr'].includes(name));
