import { Button } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconCloudX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import type { RollBox } from './roll-box.js';
import styles from './attendance.module.css';

const icons = { saved: IconCloudCheck, saving: IconCloudUpload, waiting: IconCloudOff, refused: IconCloudX } as const;

/** Where the marks are, in words. `saved` is said only when the server has them all; what it refused stays until the person decides. */
export const Saving = ({ box }: { box: RollBox }) => {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const state = box.state();
  const Icon = icons[state];
  return (
    <>
      <p className={styles.save} data-state={state} role="status">
        <Icon size={20} aria-hidden />
        {t(`attendance.save.${state}`, { count: box.waiting() })}
      </p>
      {state === 'refused' && (
        <Notice tone="bad" role="alert">
          <p>{textOf(box.refusal())}</p>
          <div className={styles.buttons}>
            <Button
              size="xs"
              onClick={() => {
                box.retry();
              }}
            >
              {t('attendance.retry')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                box.drop();
              }}
            >
              {t('attendance.drop')}
            </Button>
          </div>
        </Notice>
      )}
      {state === 'waiting' && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            box.retry();
          }}
        >
          {t('attendance.retry')}
        </Button>
      )}
    </>
  );
};
