import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';

/** The one or two things to do on a page: at its end, and on a phone always at the lower edge, where a thumb is. */
export const ActionBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className={styles.bar}>
    {children}
  </nav>
);
