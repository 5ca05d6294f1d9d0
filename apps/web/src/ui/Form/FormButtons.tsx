import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Form.module.css';

interface Props {
  /** The verb on the button that sends. */
  action: string;
  busy: boolean;
  /** Leaves the form; without it there is nowhere to go back to. */
  onCancel: (() => void) | undefined;
}

/** What a form ends with. */
export const FormButtons = ({ action, busy, onCancel }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      <Button type="submit" loading={busy}>
        {action}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      )}
    </div>
  );
};
