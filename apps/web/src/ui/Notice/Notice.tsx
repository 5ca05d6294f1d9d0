import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type Tone = 'good' | 'care' | 'bad' | 'calm';
const icons = { good: IconCircleCheck, care: IconAlertTriangle, bad: IconCircleX, calm: IconInfoCircle };

interface Props {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  /** Read out at once (`alert`), when the reader is idle (`status`), or only where it stands. */
  role?: 'alert' | 'status';
}

/** A sentence that stands out, by icon and words as well as by colour. */
export const Notice = ({ tone = 'calm', title, children, role }: Props) => {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon size={22} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
};
