import type { RosterEntryView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { dayText } from '../../lib/time.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { editionResultsQuery, funnelQuery, learnersTable, rosterPath } from './api.js';

const tones = { pending: 'plain', active: 'calm', completed: 'good', withdrawn: 'plain' } as const;

/** The learners behind a number of the funnel. */
export const ResultLearners = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { editionId } = useParams({ from: '/in/teach/results/$editionId/learners' });
  const filter = useSearch({ from: '/in/teach/results/$editionId/learners' });
  const edition = useQuery(editionResultsQuery(editionId)).data;
  const unit = useQuery(funnelQuery(editionId)).data?.units.find(({ unitId }) => unitId === filter.unit);
  const list = useList<RosterEntryView>(rosterPath(editionId), { ...filter });
  return (
    <Page
      title={[unit && textIn(unit.title, language), t(`results.funnel.${filter.reached}`)].filter(Boolean).join(': ')}
      over={edition?.title ?? ''}
      back={
        <TextLink to="/teach/results/$editionId" params={{ editionId }}>
          {edition?.title ?? t('nav.results')}
        </TextLink>
      }
      actions={
        <Download href={learnersTable(editionId, filter)} variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('results.csv')}
        </Download>
      }
    >
      <LoadedList list={list} empty={<Empty title={t('results.noneSo')} />}>
        {(items) => (
          <Rows label={t('results.people')}>
            {items.map((learner) => (
              <LearnerRow key={learner.enrollmentId} learner={learner} editionId={editionId} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const LearnerRow = ({ learner, editionId }: { learner: RosterEntryView; editionId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { givenName, familyName, institution, country, progress, state, activeAt } = learner;
  const name = `${givenName} ${familyName}`;
  return (
    <Row
      title={
        <TextLink to="/teach/editions/$editionId/learners/$enrollmentId" params={{ editionId, enrollmentId: learner.enrollmentId }}>
          {name}
        </TextLink>
      }
      text={[
        institution,
        country && countryName(country, language),
        activeAt ? t('results.funnel.active', { day: dayText(activeAt, language) }) : t('roster.neverActive'),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Meter share={progress} label={t('institution.roster.progressOf', { name })} slim />
          <Tag tone={tones[state]}>{t(`institution.roster.state.${state}`)}</Tag>
        </>
      }
    />
  );
};
