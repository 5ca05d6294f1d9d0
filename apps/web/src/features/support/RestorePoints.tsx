import type { RestorePointView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { restorePointsQuery } from './api.js';
import styles from './support.module.css';

/** Earlier states of an attempt, and work that was set aside: each can be given back to the learner. */
export const RestorePoints = ({ attemptId }: { attemptId: string }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.screenOnly}>
      <Section title={t('support.points.title')} plain>
        <p>{t('support.points.text')}</p>
        <Loaded query={useQuery(restorePointsQuery(attemptId))}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('support.points.empty')} />
            ) : (
              <Rows label={t('support.points.title')}>
                {items.map((point) => (
                  <PointRow key={point.point} attemptId={attemptId} point={point} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
    </div>
  );
};

const PointRow = ({ attemptId, point }: { attemptId: string; point: RestorePointView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = instantText(point.at, language);
  return (
    <Row
      title={t(`support.points.kind.${point.kind}`)}
      text={[instant, point.kind !== 'before' && t('support.points.records', { shown: count(point.records, language) })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <ButtonLink
          variant="default"
          size="xs"
          to="/teach/attempts/$attemptId/states/$point"
          params={{ attemptId, point: point.point }}
          aria-label={t('support.points.lookAt', { instant })}
        >
          {t('support.points.look')}
        </ButtonLink>
      }
    />
  );
};
