import type { ContentAttemptView } from '@aula/contracts';
import { IconChartBar, IconReportSearch } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { attemptsPath } from './api.js';
import { nameOf } from './name.js';
import { Outcome } from './Outcome.js';

/** Attempts at the packages of an edition, or of one enrollment: who, which unit, how far. */
export const Attempts = () => {
  const { t } = useTranslation();
  const { edition, enrollment } = useSearch({ from: '/in/teach/attempts' });
  const list = useList<ContentAttemptView>(attemptsPath, { editionId: edition, enrollmentId: enrollment });
  const [first] = list.items;
  const title = first && enrollment !== undefined ? nameOf(first, t) : first?.editionTitle;
  return (
    <Page
      title={title ?? t('support.attempts.title')}
      over={t('support.attempts.title')}
      lead={t('support.attempts.lead')}
      back={
        edition === undefined ? (
          <TextLink to="/teach/editions">{t('nav.editions')}</TextLink>
        ) : (
          <TextLink to="/teach/editions/$editionId" params={{ editionId: edition }}>
            {first?.editionTitle ?? t('institution.editions.one')}
          </TextLink>
        )
      }
      actions={
        edition !== undefined && (
          <ButtonLink
            to="/teach/editions/$editionId/questions"
            params={{ editionId: edition }}
            variant="default"
            leftSection={<IconChartBar size={18} aria-hidden />}
          >
            {t('support.questions.title')}
          </ButtonLink>
        )
      }
    >
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconReportSearch size={28} />} title={t('support.attempts.empty')}>
            {t('support.attempts.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('support.attempts.title')}>
            {items.map((attempt) => (
              <AttemptRow key={attempt.id} attempt={attempt} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const AttemptRow = ({ attempt }: { attempt: ContentAttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const unit = textIn(attempt.unitTitle, language);
  const name = nameOf(attempt, t);
  return (
    <Row
      title={
        <TextLink to="/teach/attempts/$attemptId" params={{ attemptId: attempt.id }}>
          {name}
        </TextLink>
      }
      text={[unit, attempt.leasedAt && t('support.attempts.last', { instant: instantText(attempt.leasedAt, language) })]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Meter share={attempt.result.progress} label={t('support.attempts.progressOf', { name, unit })} slim />
          <Outcome result={attempt.result} />
          {attempt.quarantined > 0 && <Tag tone="care">{t('support.attempts.setAside')}</Tag>}
          {attempt.hints.map(({ code }) => (
            <Tag key={code} tone="care">
              {t(`support.hint.short.${code}`)}
            </Tag>
          ))}
          {attempt.busy && <Tag tone="calm">{t('support.attempts.busy')}</Tag>}
        </>
      }
    />
  );
};
