import type { EnrollmentView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { useLaunch } from './use-launch.js';

interface Props {
  enrollmentId: EnrollmentView['id'];
  unitId: EnrollmentView['units'][number]['unitId'];
  title: string;
}

/** Another attempt at a package that is finished, from nothing; what was achieved stays. */
export const BeginAgain = ({ enrollmentId, unitId, title }: Props) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const start = useLaunch();
  return (
    <>
      <Button variant="subtle" aria-label={t('learning.again.named', { title })} onClick={() => setAsking(true)}>
        {t('learning.again.verb')}
      </Button>
      <Confirm
        opened={asking}
        title={t('learning.again.named', { title })}
        confirm={t('learning.again.verb')}
        busy={start.isPending || start.isSuccess}
        reason={start.error}
        onConfirm={() => start.mutate({ enrollmentId, unitId, attempt: 'new' })}
        onClose={() => setAsking(false)}
      >
        <p>{t('learning.again.text')}</p>
      </Confirm>
    </>
  );
};
