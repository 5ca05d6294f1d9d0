import type { JobSummary } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useNames } from './names.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';

const states = ['dead', 'running', 'pending', 'done', 'cancelled'] as const;
const tones = { dead: 'bad', running: 'calm', pending: 'plain', done: 'good', cancelled: 'plain' } as const;

/** Numbers of work by kind and state; what is zero is left out. */
export const Summary = ({ items }: { items: JobSummary['items'] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useNames();
  if (items.length === 0) return <p>{t('administration.jobs.quiet')}</p>;
  return (
    <Rows label={t('administration.jobs.summary')}>
      {items.map((item) => (
        <Row
          key={item.kind}
          title={names.job(item.kind)}
          text={names.jobAbout(item.kind)}
          aside={states
            .filter((state) => item[state] > 0)
            .map((state) => (
              <Tag key={state} tone={tones[state]}>
                {t(`administration.jobs.state.${state}`)}: {count(item[state], language)}
              </Tag>
            ))}
        >
          {item.pending + item.running > 0 && item.done > 0 && (
            <Meter slim share={item.done / (item.pending + item.running + item.done)} label={t('administration.work.progress')} />
          )}
        </Row>
      ))}
    </Rows>
  );
};
