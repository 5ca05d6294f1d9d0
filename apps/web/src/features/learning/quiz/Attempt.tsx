import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { textIn } from '../../../lib/local-text.js';
import { useInterrupted } from '../../../lib/signed-in.js';
import { TextLink } from '../../../ui/Links/Links.js';
import { LoadedPage } from '../../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../../ui/Meter/Meter.js';
import { Page, Section } from '../../../ui/Page/Page.js';
import { attemptQuery } from './attempt-query.js';
import { OpenAttempt } from './OpenAttempt.js';
import { Result } from './Result.js';

/** One sitting of a quiz: answering, waiting for the grade, the result. */
export const Attempt = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { attemptId, enrollmentId, unitId } = useParams({ from: '/in/learning/$enrollmentId/units/$unitId/attempts/$attemptId' });
  const query = useQuery(attemptQuery(attemptId));
  return (
    <LoadedPage query={query}>
      {(attempt) => (
        <Page
          key={attempt.id}
          title={textIn(attempt.title, language)}
          over={t('quiz.attempt', { number: attempt.number })}
          back={
            <TextLink to="/learning/$enrollmentId/units/$unitId" params={{ enrollmentId, unitId }}>
              {t('quiz.overview')}
            </TextLink>
          }
          narrow
        >
          {attempt.state === 'open' && <OpenAttempt attempt={attempt} />}
          {attempt.state === 'submitted' && <Grading />}
          {attempt.state === 'graded' && <Result attempt={attempt} />}
        </Page>
      )}
    </LoadedPage>
  );
};

const Grading = () => {
  const { t } = useTranslation();
  useInterrupted({ text: t('quiz.session.handedIn') });
  return (
    <Section title={t('quiz.grading.title')}>
      <div role="status">
        <p>{t('quiz.grading.text')}</p>
      </div>
      <Meter share={null} label={t('quiz.grading.title')} slim />
    </Section>
  );
};
