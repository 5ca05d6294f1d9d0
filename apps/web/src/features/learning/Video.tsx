import { Button } from '@mantine/core';
import { IconExternalLink, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice/Notice.js';
import { fileAddress } from './api.js';
import styles from './learning.module.css';
import { videoAt } from './video-address.js';

interface Props {
  fileId: string | undefined;
  url: string | undefined;
  title: string;
}

/** A video of the course itself, of a known video service, or of somewhere else. */
export const Video = ({ fileId, url, title }: Props) => {
  const { t } = useTranslation();
  const source = fileId ? ({ kind: 'file', url: fileAddress(fileId) } as const) : url ? videoAt(url) : undefined;
  if (!source) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  if (source.kind === 'file') {
    return <video className={styles.video} src={source.url} controls preload="metadata" playsInline aria-label={title} />;
  }
  if (source.kind === 'embed') return <Embedded url={source.url} host={source.host} title={title} />;
  return (
    <Notice title={t('learning.video.elsewhere', { host: source.host })}>
      <p>{t('learning.video.text')}</p>
      <Button
        component="a"
        variant="default"
        href={source.url}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconExternalLink size={18} aria-hidden />}
      >
        {t('learning.video.open')}
      </Button>
    </Notice>
  );
};

/** Nothing is asked of another company before the learner says so. */
const Embedded = ({ url, host, title }: { url: string; host: string; title: string }) => {
  const { t } = useTranslation();
  const [agreed, setAgreed] = useState(false);
  if (agreed) return <iframe className={styles.embed} src={url} title={title} allow="fullscreen; picture-in-picture" allowFullScreen />;
  return (
    <Notice title={t('learning.video.elsewhere', { host })}>
      <p>{t('learning.video.ask', { host })}</p>
      <Button
        leftSection={<IconPlayerPlay size={18} aria-hidden />}
        onClick={() => {
          setAgreed(true);
        }}
      >
        {t('learning.video.play')}
      </Button>
    </Notice>
  );
};
