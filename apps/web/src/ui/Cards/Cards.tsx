import type { ReactNode } from 'react';
import styles from './Cards.module.css';

/** Numbers side by side, as many in a row as fit. */
export const Cards = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={styles.cards} aria-label={label}>
    {children}
  </ul>
);

interface Props {
  /** What is counted; a link in it makes the whole card a way to what is behind the number. */
  name: ReactNode;
  value: string;
  /** What puts the number into proportion. */
  text?: ReactNode;
  /** The value says in words why there is no number. */
  missing?: boolean;
}

/** One number. */
export const NumberCard = ({ name, value, text, missing = false }: Props) => (
  <li className={styles.card}>
    <span className={styles.name}>{name}</span>
    <span className={styles.value} data-missing={missing || undefined}>
      {value}
    </span>
    {text && <span className={styles.text}>{text}</span>}
  </li>
);
