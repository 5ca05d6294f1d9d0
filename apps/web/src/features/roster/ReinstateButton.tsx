import type { EnrollmentView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { editionsPath, enrollmentsPath, reinstate, rosterPath } from './api.js';

/** Takes a withdrawal back; what was done before counts again. */
export const ReinstateButton = ({ enrollment: { id, editionId } }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => reinstate(id),
    onSuccess: () =>
      Promise.all([enrollmentsPath, editionsPath, rosterPath(editionId)].map((path) => client.invalidateQueries({ queryKey: [path] }))),
  });
  return (
    <>
      <Button
        loading={act.isPending}
        onClick={() => {
          act.mutate();
        }}
      >
        {t('roster.learner.reinstate')}
      </Button>
      {act.isError && <Failure reason={act.error} />}
    </>
  );
};
