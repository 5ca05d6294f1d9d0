import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useLine } from '../../lib/line.js';
import { momentText } from '../../lib/time.js';
import { Notice } from '../../ui/Notice/Notice.js';

/** The age of what is on the screen: milliseconds since 1970 of its oldest part that may have changed since; 0 for none. */
const useLoadedAt = (): number => {
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    useCallback((changed) => cache.subscribe(changed), [cache]),
    () => {
      const changing = cache.findAll({ type: 'active', predicate: (query) => query.state.dataUpdatedAt > 0 && query.isStale() });
      return changing.length > 0 ? Math.min(...changing.map(({ state }) => state.dataUpdatedAt)) : 0;
    },
  );
};

/** Says for the whole application that there is no line, what that means for what was typed, and how old the page is. */
export const NoLine = () => {
  const up = useLine();
  return <div role="status">{!up && <Words />}</div>;
};

const Words = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const loaded = useLoadedAt();
  return (
    <Notice tone="care" title={t('ui.line.title')}>
      <p>{t('ui.line.kept')}</p>
      {loaded > 0 && <p>{t('ui.line.loaded', { moment: momentText(loaded, Date.now(), language) })}</p>}
    </Notice>
  );
};
