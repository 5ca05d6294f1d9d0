import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { SaveLine } from '../../ui/SaveLine/SaveLine.js';
import type { RollBox } from './roll-box.js';
import styles from './attendance.module.css';

/** Where the marks are, in words. `saved` is said only when the server has them all; what it refused stays until the person decides. */
export const Saving = ({ box }: { box: RollBox }) => {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const state = box.state();
  return (
    <>
      <SaveLine state={state}>{t(`attendance.save.${state}`, { count: box.waiting() })}</SaveLine>
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
