import type { AttemptCreate, AttemptView, EnrollmentView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { attemptsQuery, startAttempt } from './api.js';

interface Props {
  enrollment: EnrollmentView;
  unit: EnrollmentView['units'][number];
}

/** A quiz before it is begun: what was tried before, and the start. */
export const QuizUnit = ({ enrollment, unit }: Props) => {
  const { t } = useTranslation();
  const query = useQuery(attemptsQuery(enrollment.id, unit.unitId));
  if (!unit.quizId) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <Section title={t('quiz.start.title')}>
            <ul>
              <li>{t('quiz.start.saved')}</li>
              <li>{t('quiz.start.clock')}</li>
              <li>{t('quiz.start.offline')}</li>
            </ul>
            <Start enrollment={enrollment} unit={unit} attempts={items} />
          </Section>
          {items.length > 0 && (
            <Section title={t('quiz.attempts')} plain>
              <Rows label={t('quiz.attempts')}>
                {items.map((attempt) => (
                  <AttemptRow key={attempt.id} attempt={attempt} />
                ))}
              </Rows>
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
};

const Start = ({ enrollment, unit, attempts }: Props & { attempts: readonly AttemptView[] }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const begin = useCreate(
    (wish: AttemptCreate, key) => startAttempt(unit.quizId ?? '', wish, key),
    ({ id }) =>
      navigate({
        to: '/learning/$enrollmentId/units/$unitId/attempts/$attemptId',
        params: { enrollmentId: enrollment.id, unitId: unit.unitId, attemptId: id },
      }),
  );
  const open = attempts.find((each) => each.state === 'open');
  const allowed = attempts[0]?.attemptsAllowed ?? null;
  if (open) {
    return (
      <div>
        <ButtonLink
          size="md"
          to="/learning/$enrollmentId/units/$unitId/attempts/$attemptId"
          params={{ enrollmentId: enrollment.id, unitId: unit.unitId, attemptId: open.id }}
        >
          {t('quiz.start.resume')}
        </ButtonLink>
      </div>
    );
  }
  if (allowed !== null && attempts.length >= allowed) return <Notice>{t('quiz.start.noneLeft', { count: allowed })}</Notice>;
  return (
    <>
      {allowed !== null && <p>{t('quiz.start.left', { count: allowed - attempts.length })}</p>}
      {begin.isError && <Failure reason={begin.error} />}
      <div>
        <Button
          size="md"
          loading={begin.isPending}
          onClick={() => {
            begin.mutate({ enrollmentId: enrollment.id, unitId: unit.unitId });
          }}
        >
          {t(attempts.length > 0 ? 'quiz.start.again' : 'quiz.start.action')}
        </Button>
      </div>
    </>
  );
};

const AttemptRow = ({ attempt }: { attempt: AttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { score, maxScore, passed, state } = attempt;
  return (
    <Row
      title={
        <TextLink
          to="/learning/$enrollmentId/units/$unitId/attempts/$attemptId"
          params={{ enrollmentId: attempt.enrollmentId, unitId: attempt.unitId, attemptId: attempt.id }}
        >
          {t('quiz.attempt', { number: attempt.number })}
        </TextLink>
      }
      text={instantText(attempt.startedAt, language)}
      aside={
        <>
          {score !== null && maxScore !== null && (
            <span>
              {percent(maxScore > 0 ? score / maxScore : 0, language)} ({count(score, language)}/{count(maxScore, language)})
            </span>
          )}
          {state === 'graded' ? (
            <Tag tone={passed ? 'good' : 'care'}>{t(passed ? 'quiz.result.passedShort' : 'quiz.result.failedShort')}</Tag>
          ) : (
            <Tag>{t(`quiz.state.${state}`)}</Tag>
          )}
        </>
      }
    />
  );
};
