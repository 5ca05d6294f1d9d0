import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconCloudX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './outbox.js';
import styles from '../../../ui/Quiz/quiz.module.css';

const icons = { saved: IconCloudCheck, saving: IconCloudUpload, waiting: IconCloudOff, refused: IconCloudX } as const;

/** Where the answers are, in words. `saved` is said only when the server has them all. */
export const SaveLine = ({ state }: { state: SaveState }) => {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <p className={styles.save} data-state={state} role="status">
      <Icon size={20} aria-hidden />
      {t(`quiz.save.${state}`)}
    </p>
  );
};
