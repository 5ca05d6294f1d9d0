import { useQuery } from '@tanstack/react-query';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileAddress, fileQuery } from '../../lib/course-files.js';
import { useLanguage } from '../../lib/i18n.js';
import { bytes } from '../../lib/number.js';
import { Download } from '../Download/Download.js';
import styles from './FileToKeep.module.css';

/** A file of the course: what it is called, how large it is on a dear line, and the way to get it. */
export const FileToKeep = ({ fileId }: { fileId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(fileQuery(fileId));
  return (
    <>
      <p className={styles.quiet}>{t('learning.file.about')}</p>
      <div className={styles.file}>
        <IconPaperclip size={26} aria-hidden />
        {data && (
          <span className={styles.fileName}>
            {data.name}
            <small>{bytes(data.size, language)}</small>
          </span>
        )}
        <Download href={fileAddress(fileId)} leftSection={<IconDownload size={20} aria-hidden />}>
          {t('learning.file.download')}
        </Download>
      </div>
    </>
  );
};
