import type { ContentAttemptView } from '@aula/contracts';
import type { TFunction } from 'i18next';

/** The learner's name, or that there is none any more. */
export const nameOf = ({ person }: Pick<ContentAttemptView, 'person'>, t: TFunction): string =>
  person ? `${person.givenName} ${person.familyName}` : t('support.attempts.erased');
