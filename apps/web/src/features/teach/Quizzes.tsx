import type { QuizView } from '@aula/contracts';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { percent } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { clockText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { quizzesPath } from './api.js';
import { QuizForm } from './QuizForm.js';

/** Quizzes: how many questions of which bank, how long, how often, how well. */
export const Quizzes = () => {
  const { t } = useTranslation();
  const list = useList<QuizView>(quizzesPath);
  return (
    <Page title={t('nav.quizzes')} lead={t('teach.quizzes.lead')}>
      <Section title={t('teach.quizzes.new')}>
        <QuizForm />
      </Section>
      <Section title={t('teach.quizzes.all')} plain>
        <LoadedList
          list={list}
          empty={
            <Empty icon={<IconChecklist size={28} />} title={t('teach.quizzes.empty')}>
              {t('teach.quizzes.emptyText')}
            </Empty>
          }
        >
          {(items) => (
            <Rows label={t('teach.quizzes.all')}>
              {items.map((quiz) => (
                <QuizRow key={quiz.id} quiz={quiz} />
              ))}
            </Rows>
          )}
        </LoadedList>
      </Section>
    </Page>
  );
};

const QuizRow = ({ quiz }: { quiz: QuizView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/teach/quizzes/$quizId" params={{ quizId: quiz.id }}>
          {textIn(quiz.title, language)}
        </TextLink>
      }
      aside={quiz.used && <Tag tone="plain">{t('builder.inUse')}</Tag>}
      text={[
        quiz.pick === null
          ? t('teach.quizzes.allOf', { count: quiz.questions })
          : t('teach.quizzes.drawn', { count: quiz.pick, total: quiz.questions }),
        quiz.timeLimitSeconds === null ? t('teach.quizzes.noLimit') : t('teach.quizzes.limit', { time: clockText(quiz.timeLimitSeconds) }),
        quiz.attemptsAllowed === null ? t('teach.quizzes.anyAttempts') : t('teach.quizzes.attempts', { count: quiz.attemptsAllowed }),
        t('teach.quizzes.passing', { score: percent(quiz.passingScore, language) }),
      ].join(' · ')}
    />
  );
};
