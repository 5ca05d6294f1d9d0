import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconCloudX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './SaveLine.module.css';

const icons = { saved: IconCloudCheck, saving: IconCloudUpload, waiting: IconCloudOff, refused: IconCloudX } as const;

/** Where what somebody does is at this moment, in words. `saved` is said only when the server has it all. */
export const SaveLine = ({ state, children }: { state: keyof typeof icons; children: ReactNode }) => {
  const Icon = icons[state];
  return (
    <p className={styles.line} data-state={state} role="status">
      <Icon size={20} aria-hidden />
      {children}
    </p>
  );
};
