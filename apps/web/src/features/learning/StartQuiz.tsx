import type { AttemptCreate, AttemptView, EnrollmentView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { startAttempt } from './api.js';

interface Props {
  enrollment: EnrollmentView;
  unit: EnrollmentView['units'][number];
  attempts: readonly AttemptView[];
  /** How many attempts there may be; null for any number. */
  allowed: number | null;
}

/** The way into an attempt: the open one, a first or a further one, or why there is none. */
export const StartQuiz = ({ enrollment, unit, attempts, allowed }: Props) => {
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
