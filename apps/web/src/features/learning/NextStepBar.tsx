import type { EnrollmentView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useNow } from '../../lib/use-now.js';
import { ActionBar } from '../../ui/ActionBar/ActionBar.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { nextStep, placeOf, standingOf } from './standing.js';
import { useLaunch } from './use-launch.js';

/** The next step of an open course, at hand wherever the page is scrolled to. */
export const NextStepBar = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const start = useLaunch();
  const open = standingOf(enrollment, useNow()) === 'open' && enrollment.state === 'active';
  const next = open ? nextStep(enrollment.units) : undefined;
  if (!next) return null;
  const { number } = placeOf(enrollment.units, next.unitId);
  const text = t(next.state === 'in-progress' ? 'learning.way.continueUnit' : 'learning.way.openUnit', { number });
  const common = {
    size: 'md',
    rightSection: <IconArrowRight size={18} aria-hidden />,
    'aria-label': `${text}: ${textIn(next.title, language)}`,
  };
  return (
    <>
      {start.isError && <Failure reason={start.error} />}
      <ActionBar label={t('learning.nextStep')}>
        {next.kind === 'scorm' ? (
          <Button
            loading={start.isPending || start.isSuccess}
            onClick={() => {
              start.mutate({ enrollmentId: enrollment.id, unitId: next.unitId });
            }}
            {...common}
          >
            {text}
          </Button>
        ) : (
          <ButtonLink to="/learning/$enrollmentId/units/$unitId" params={{ enrollmentId: enrollment.id, unitId: next.unitId }} {...common}>
            {text}
          </ButtonLink>
        )}
      </ActionBar>
    </>
  );
};
