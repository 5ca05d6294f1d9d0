import type { ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n.js';
import { percent } from '../../lib/number.js';
import styles from './Meter.module.css';

interface Props {
  /** 0 to 1; null while the size of the work is not known. */
  share: number | null;
  label: string;
  /** Words in place of the percentage. */
  text?: string;
  slim?: boolean;
  /** The way to what is behind the number, from the words. */
  link?: (words: string) => ReactNode;
}

/** How far something has come, in words and as a bar. */
export const Meter = ({ share, label, text, slim = false, link = (words) => words }: Props) => {
  const language = useLanguage();
  const words = text ?? (share === null ? '' : percent(share, language));
  return (
    <div className={slim ? styles.slim : styles.meter}>
      {!slim && (
        <div className={styles.words}>
          <span>{label}</span>
          <span className={styles.value}>{link(words)}</span>
        </div>
      )}
      <progress className={styles.bar} aria-label={label} max={1} {...(share === null ? {} : { value: share })}>
        {words}
      </progress>
      {slim && <span className={styles.value}>{link(words)}</span>}
    </div>
  );
};
