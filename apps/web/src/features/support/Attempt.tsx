import type { ContentAttemptView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { percent } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { attemptQuery } from './api.js';
import { durationText } from './duration.js';
import { Hints } from './Hints.js';
import { nameOf } from './name.js';
import { Outcome } from './Outcome.js';
import { RestorePoints } from './RestorePoints.js';
import { Timeline } from './Timeline.js';

/** One attempt: what it has come to, and everything that happened to it. */
export const Attempt = () => {
  const { attemptId } = useParams({ from: '/in/teach/attempts/$attemptId' });
  return (
    <LoadedPage query={useQuery(attemptQuery(attemptId))}>{(attempt) => <AttemptPage key={attempt.id} attempt={attempt} />}</LoadedPage>
  );
};

const AttemptPage = ({ attempt }: { attempt: ContentAttemptView }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={nameOf(attempt, t)}
      over={t('support.attempt.one')}
      back={
        <TextLink to="/teach/attempts" search={{ edition: attempt.editionId }}>
          {attempt.editionTitle}
        </TextLink>
      }
    >
      <Notice>
        <p>{t('support.attempt.personal')}</p>
      </Notice>
      <About attempt={attempt} />
      <Hints hints={attempt.hints} />
      <RestorePoints attemptId={attempt.id} />
      <Timeline attemptId={attempt.id} />
    </Page>
  );
};

const About = ({ attempt }: { attempt: ContentAttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result } = attempt;
  return (
    <Section title={t('support.attempt.about')}>
      <Facts
        facts={[
          [t('support.attempt.unit'), textIn(attempt.unitTitle, language)],
          [t('support.attempt.package'), attempt.packageTitle],
          [t('support.attempt.result'), <Outcome result={result} />],
          [t('support.attempt.score'), result.scaled === null ? null : percent(result.scaled, language)],
          [t('support.attempt.packageScore'), attempt.packageScore === null ? null : percent(attempt.packageScore, language)],
          [t('support.attempt.progress'), percent(result.progress, language)],
          [t('support.attempt.time'), durationText(result.seconds, language)],
          [t('support.attempt.observedTime'), durationText(attempt.observedSeconds, language)],
          [t('support.attempt.opened'), instantText(attempt.openedAt, language)],
          [t('support.attempt.last'), attempt.leasedAt && instantText(attempt.leasedAt, language)],
        ]}
      />
    </Section>
  );
};
