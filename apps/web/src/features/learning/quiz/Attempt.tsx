import type { AttemptView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { textIn } from '../../../lib/local-text.js';
import { useInterrupted } from '../../../lib/signed-in.js';
import { ButtonLink, TextLink } from '../../../ui/Links/Links.js';
import { LoadedPage } from '../../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../../ui/Meter/Meter.js';
import { Notice } from '../../../ui/Notice/Notice.js';
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
          {attempt.state === 'submitted' && (attempt.beingMarked ? <BeingMarked attempt={attempt} /> : <Grading />)}
          {attempt.state === 'graded' && <Result attempt={attempt} />}
        </Page>
      )}
    </LoadedPage>
  );
};

/** Handed in; people read it now, which takes days and not seconds. */
const BeingMarked = ({ attempt: { enrollmentId } }: { attempt: AttemptView }) => {
  const { t } = useTranslation();
  useInterrupted({ text: t('quiz.session.handedIn') });
  return (
    <Section title={t('essay.marking.title')}>
      <Notice role="status">
        <p>{t('essay.marking.text')}</p>
      </Notice>
      <div>
        <ButtonLink to="/learning/$enrollmentId" params={{ enrollmentId }} variant="default">
          {t('quiz.result.toCourse')}
        </ButtonLink>
      </div>
    </Section>
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
