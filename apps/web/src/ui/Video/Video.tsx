import type { CaptionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressCaptionsQuery, captionsQuery, fileAddress } from '../../lib/course-files.js';
import { languageNames } from '../../lib/local-text.js';
import { Notice } from '../Notice/Notice.js';
import styles from './Video.module.css';
import { videoAt } from './video-address.js';

interface Props {
  fileId: string | undefined;
  url: string | undefined;
  title: string;
  /** The course that plays it, whose captions a video from elsewhere gets. */
  courseId: string;
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

const Picture = ({ fileId, url, title, courseId }: Omit<Props, 'transcript'>) => {
  const { t } = useTranslation();
  const source = fileId ? ({ kind: 'file', url: fileAddress(fileId) } as const) : url ? videoAt(url) : undefined;
  if (!source) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  if (fileId) return <OwnVideo fileId={fileId} title={title} />;
  if (source.kind === 'file') return <OutsideVideo url={source.url} address={url ?? source.url} title={title} courseId={courseId} />;
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

const OwnVideo = ({ fileId, title }: { fileId: string; title: string }) => (
  <Captioned src={fileAddress(fileId)} title={title} captions={useQuery(captionsQuery(fileId)).data?.items} />
);

const OutsideVideo = ({ url, address, title, courseId }: { url: string; address: string; title: string; courseId: string }) => (
  <Captioned src={url} title={title} captions={useQuery(addressCaptionsQuery(courseId, address)).data?.items} />
);

const Captioned = ({ src, title, captions = [] }: { src: string; title: string; captions?: readonly CaptionView[] | undefined }) => (
  <video className={styles.video} src={src} controls preload="metadata" playsInline aria-label={title}>
    {captions.map(({ fileId, language }) => (
      <track key={fileId} kind="captions" srcLang={language} label={languageNames[language]} src={fileAddress(fileId)} />
    ))}
  </video>
);

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
