import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** A list with nothing in it: says so, and what to do next. */
export const Empty = ({ icon, title, children, action }: { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className={styles.empty}>
    {icon && (
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
    )}
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.text}>{children}</div>}
    {action}
  </div>
);
