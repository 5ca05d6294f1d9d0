import type { PersonView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag/Tag.js';

/** What keeps an account from being used; nothing for one that is active. */
export const PersonState = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  if (person.mergedInto) return <Tag tone="plain">{t('institution.filter.state.merged')}</Tag>;
  if (person.suspendedAt) return <Tag tone="care">{t('institution.suspension.suspended')}</Tag>;
  return !person.active && <Tag tone="plain">{t('institution.people.inactive')}</Tag>;
};
