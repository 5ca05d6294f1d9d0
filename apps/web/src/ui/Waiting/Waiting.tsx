import { useTranslation } from 'react-i18next';
import styles from './Waiting.module.css';

/** Grey lines where text is about to be. */
export const Waiting = ({ lines = 3 }: { lines?: number }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.hidden}>{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.line} />
      ))}
    </div>
  );
};
