import type { CSSProperties, ReactNode, Ref } from 'react';
import styles from './Rows.module.css';

/** A list of things, each on its own row; rows stack their parts on a phone. */
export const Rows = ({ label, ordered = false, children }: { label: string; ordered?: boolean; children: ReactNode }) => {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={styles.rows} aria-label={label}>
      {children}
    </List>
  );
};

interface RowProps {
  icon?: ReactNode;
  title: ReactNode;
  /** The line under the title. */
  text?: ReactNode;
  /** State and numbers. */
  aside?: ReactNode;
  actions?: ReactNode;
  /** What stands below, over the whole width. */
  children?: ReactNode;
  current?: boolean;
  /** What the row is carried by. */
  handle?: ReactNode;
  /** For who moves the row about. */
  ref?: Ref<HTMLLIElement>;
  style?: CSSProperties;
}

export const Row = ({ icon, title, text, aside, actions, children, current = false, handle, ref, style }: RowProps) => (
  <li ref={ref} style={style} className={styles.row} data-current={current || undefined}>
    {handle}
    {icon && (
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
    )}
    <div className={styles.words}>
      <div className={styles.title}>{title}</div>
      {text && <div className={styles.text}>{text}</div>}
    </div>
    {aside && <div className={styles.aside}>{aside}</div>}
    {actions && <div className={styles.actions}>{actions}</div>}
    {children && <div className={styles.below}>{children}</div>}
  </li>
);
