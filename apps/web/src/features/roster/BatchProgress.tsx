import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { batchQuery, batchesOf, editionsPath, enrollmentsPath, rosterPath } from './api.js';
import { SkipReason } from './SkipReason.js';

/** How far an enrollment of many has come, and who was left out, and why. */
export const BatchProgress = ({ batchId, editionId }: { batchId: string; editionId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useQuery(batchQuery(batchId));
  const client = useQueryClient();
  const done = query.data?.state === 'done';
  useEffect(() => {
    if (done)
      [editionsPath, enrollmentsPath, batchesOf(editionId), rosterPath(editionId)].forEach(
        (path) => void client.invalidateQueries({ queryKey: [path] }),
      );
  }, [client, done, editionId]);
  return (
    <Section title={t('institution.batch.title')}>
      <Loaded query={query}>
        {({ state, requested, enrolled, skipped }) => {
          const seen = enrolled + skipped.reduce((sum, each) => sum + each.count, 0);
          const working = state === 'queued' || state === 'running';
          return (
            <>
              {working && (
                <Meter
                  share={requested > 0 ? Math.min(1, seen / requested) : null}
                  label={t('institution.batch.working')}
                  text={t('institution.batch.of', { done: count(seen, language), total: count(requested, language) })}
                />
              )}
              {state === 'done' && (
                <Notice
                  tone="good"
                  role="status"
                  title={t('institution.batch.enrolled', { count: enrolled, shown: count(enrolled, language) })}
                >
                  <ButtonLink size="xs" variant="default" to="/institution/editions/$editionId" params={{ editionId }}>
                    {t('institution.batch.toRoster')}
                  </ButtonLink>
                </Notice>
              )}
              {state === 'failed' && (
                <Notice tone="bad" role="alert">
                  {t('institution.batch.failed')}
                </Notice>
              )}
              {skipped.length > 0 && (
                <Notice tone="care" title={t('institution.batch.skipped')}>
                  <ul>
                    {skipped.map((each) => (
                      <li key={each.code}>
                        <SkipReason code={each.code} />: {count(each.count, language)}
                      </li>
                    ))}
                  </ul>
                </Notice>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
};
