import type { ReactNode } from 'react';
import type { Tone } from '../Notice/Notice.js';
import styles from './Tag.module.css';

/** A state in a word, told by icon and text as well as by colour. */
export const Tag = ({ tone = 'calm', icon, children }: { tone?: Tone | 'plain'; icon?: ReactNode; children: ReactNode }) => (
  <span className={styles.tag} data-tone={tone}>
    {icon}
    {children}
  </span>
);
