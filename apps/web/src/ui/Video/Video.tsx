import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { captionsQuery, fileAddress } from '../../lib/course-files.js';
import { languageNames } from '../../lib/local-text.js';
import { Notice } from '../Notice/Notice.js';
import styles from './Video.module.css';
import { videoAt } from './video-address.js';

interface Props {
  fileId: string | undefined;
  url: string | undefined;
  title: string;
  /** What is said in it. */
  transcript?: string | undefined;
}

/** A video of the course itself, of a known video service, or of somewhere else, and what is said in it. */
export const Video = ({ transcript, ...props }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <Picture {...props} />
      {transcript && (
        <details>
          <summary>{t('learning.video.transcript')}</summary>
          <p className={styles.transcript}>{transcript}</p>
        </details>
      )}
    </>
  );
};

const Picture = ({ fileId, url, title }: Omit<Props, 'transcript'>) => {
  const { t } = useTranslation();
  const source = fileId ? ({ kind: 'file', url: fileAddress(fileId) } as const) : url ? videoAt(url) : undefined;
  if (!source) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  if (fileId) return <OwnVideo fileId={fileId} title={title} />;
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

const OwnVideo = ({ fileId, title }: { fileId: string; title: string }) => {
  const { data } = useQuery(captionsQuery(fileId));
  return (
    <video className={styles.video} src={fileAddress(fileId)} controls preload="metadata" playsInline aria-label={title}>
      {data?.items.map((each) => (
        <track
          key={each.fileId}
          kind="captions"
          srcLang={each.language}
          label={languageNames[each.language]}
          src={fileAddress(each.fileId)}
        />
      ))}
    </video>
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
