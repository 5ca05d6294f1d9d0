import type { EditionResults } from '@aula/contracts';
import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChartBar } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { editionResultsQuery } from './api.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { UnitFunnel } from './UnitFunnel.js';

type Quiz = EditionResults['quizzes'][number];

/** How far the people of an edition have come in each of its quizzes, and how well. */
export const EditionQuizzes = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { editionId } = useParams({ from: '/in/teach/results/$editionId' });
  return (
    <LoadedPage query={useQuery(editionResultsQuery(editionId))}>
      {({ title, courseTitle, enrolled, quizzes }) => (
        <Page
          title={title}
          over={textIn(courseTitle, language)}
          lead={t('support.editions.enrolled', { shown: count(enrolled, language) })}
          back={<TextLink to="/teach/results">{t('nav.results')}</TextLink>}
        >
          <UnitFunnel editionId={editionId} />
          {quizzes.length === 0 ? (
            <Empty icon={<IconChartBar size={28} />} title={t('results.noQuiz')} />
          ) : (
            <Rows label={t('results.quizzes')}>
              {quizzes.map((quiz) => (
                <QuizRow key={quiz.unitId} editionId={editionId} quiz={quiz} enrolled={enrolled} />
              ))}
            </Rows>
          )}
        </Page>
      )}
    </LoadedPage>
  );
};

const QuizRow = ({ editionId, quiz, enrolled }: { editionId: string; quiz: Quiz; enrolled: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unitId, started, handedIn, beingMarked, passed, mean } = quiz;
  const steps = [
    ['started', started, { latest: 'started' }],
    ['handedIn', handedIn, { latest: 'handed-in' }],
    ['passed', passed, { passed: 'true', best: 'true' }],
  ] as const;
  return (
    <Row
      title={
        <TextLink to="/teach/results/$editionId/$unitId" params={{ editionId, unitId }}>
          {textIn(quiz.title, language)}
        </TextLink>
      }
    >
      {steps.map(([step, people, filter]) => (
        <Meter
          key={step}
          share={enrolled > 0 ? Math.min(1, people / enrolled) : 0}
          label={t(`results.step.${step}`)}
          text={t('results.of', { shown: count(people, language), all: count(enrolled, language) })}
          link={(words) => (
            <TextLink to="/teach/results/$editionId/$unitId" params={{ editionId, unitId }} search={filter}>
              <VisuallyHidden>{`${t(`results.step.${step}`)}: `}</VisuallyHidden>
              {words}
            </TextLink>
          )}
        />
      ))}
      <Facts
        short
        facts={[
          [t('results.mean'), mean === null ? null : percent(mean, language)],
          [t('results.beingMarked'), beingMarked > 0 ? count(beingMarked, language) : null],
        ]}
      />
    </Row>
  );
};
