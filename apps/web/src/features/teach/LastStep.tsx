import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './teach.module.css';

/** What was done last, in words, and what takes it back. */
export interface Step {
  words: string;
  undo: () => void;
}

/** Says what was done last, and takes it back. */
export const LastStep = ({ step, onUndone }: { step: Step | undefined; onUndone: (none: undefined) => void }) => {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.buttons}>
      {step && (
        <>
          <span>{step.words}</span>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => {
              step.undo();
              onUndone(undefined);
            }}
          >
            {t('authoring.undo')}
          </Button>
        </>
      )}
    </div>
  );
};
