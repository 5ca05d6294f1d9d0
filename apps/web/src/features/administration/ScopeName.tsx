import type { GrantView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';

type Scoped = Pick<GrantView, 'scope' | 'scopeName'>;

/** Where a role holds, in words; what has no name that can be read, by its id. */
export const useScopeWords = (): ((grant: Scoped) => string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ scope, scopeName }) =>
    scope.kind === 'everything'
      ? t('administration.scope.everything')
      : `${t(`administration.scope.${scope.kind}`)}: ${textIn(scopeName, language) || (scope.id ?? '')}`;
};
