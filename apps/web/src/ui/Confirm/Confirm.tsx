import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../Failure/Failure.js';
import { Window } from '../Window/Window.js';
import styles from './Confirm.module.css';

interface Props {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** The verb on the button. */
  confirm: string;
  /** Red: something is lost. */
  harmful?: boolean;
  busy?: boolean;
  reason?: unknown;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost or cannot be taken back. */
export const Confirm = ({
  opened,
  title,
  children,
  confirm,
  harmful = false,
  busy = false,
  reason,
  disabled = false,
  onConfirm,
  onClose,
}: Props) => {
  const { t } = useTranslation();
  return (
    <Window opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div className={styles.body}>
        {children}
        {reason !== undefined && reason !== null && <Failure reason={reason} />}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button {...(harmful ? { color: 'red.9' } : {})} loading={busy} disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Window>
  );
};
