import type { GrantView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { dayText } from '../../lib/time.js';
import { useScopeWords } from './ScopeName.js';

/** Where a grant holds, who gave it and when, and when it ends. */
export const GrantWords = ({ grant, role = false }: { grant: GrantView; role?: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const scopeWords = useScopeWords();
  const date = dayText(grant.grantedAt, language);
  return (
    <>
      {[
        ...(role ? [t(`role.${grant.role}`)] : []),
        scopeWords(grant),
        grant.grantedBy
          ? t('administration.rights.givenBy', { name: grant.grantedBy.name, date })
          : t('administration.rights.givenAtStart', { date }),
        ...(grant.endsAt ? [t('administration.rights.until', { date: dayText(grant.endsAt, language) })] : []),
      ].join(' · ')}
    </>
  );
};
