import type { UploadView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { bytes, percent } from '../../lib/number.js';
import type { Progress } from '../../lib/resumable.js';
import { instantText } from '../../lib/time.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { discardUpload, uploadQuery, uploadsPath, uploadsQuery } from './api.js';
import { useResumable } from './use-resumable.js';

/** Sends a package over any line, and shows what of earlier ones is still to come. `onPackage` takes it over; else it is shown. */
export const PackageUpload = ({ title, onPackage }: { title?: string; onPackage?: (id: string) => void }) => {
  const { t } = useTranslation();
  const sending = useResumable(uploadsPath);
  const { progress } = sending;
  const busy = progress !== undefined && progress.state !== 'failed';
  return (
    <Section title={title ?? t('teach.packages.send')}>
      <FileField
        label={t('teach.packages.file')}
        description={t('teach.packages.fileHint')}
        accept=".zip,application/zip"
        file={sending.file}
        disabled={busy}
        onPick={sending.pick}
      />
      {progress && <Sending progress={progress} onPause={sending.pause} onResume={sending.resume} />}
      {progress?.state === 'failed' && <Failure reason={progress.error} onRetry={sending.again} />}
      {progress?.id && <Assembling id={progress.id} onPackage={onPackage} />}
      {!busy && <Unfinished />}
    </Section>
  );
};

interface SendingProps {
  progress: Progress;
  onPause: () => void;
  onResume: () => void;
}

const Sending = ({ progress: { state, share }, onPause, onResume }: SendingProps) => {
  const { t } = useTranslation();
  if (state === 'failed') return null;
  return (
    <>
      <Meter share={share} label={t(`teach.packages.upload.${state}`)} />
      {state === 'waiting' && (
        <Notice tone="care" role="status" title={t('teach.packages.upload.lineGone')}>
          <p>{t('teach.packages.upload.lineGoneText')}</p>
        </Notice>
      )}
      {state === 'paused' && (
        <Button variant="default" leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={onResume}>
          {t('teach.packages.upload.resume')}
        </Button>
      )}
      {(state === 'sending' || state === 'waiting') && (
        <Button variant="default" leftSection={<IconPlayerPause size={18} aria-hidden />} onClick={onPause}>
          {t('teach.packages.upload.pause')}
        </Button>
      )}
    </>
  );
};

/** Waits until the server has made a package of what arrived, then hands it over or shows it. */
const Assembling = ({ id, onPackage }: { id: string; onPackage: ((id: string) => void) | undefined }) => {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(uploadQuery(id));
  const packageId = data?.packageId;
  useEffect(() => {
    if (!packageId) return;
    if (onPackage) onPackage(packageId);
    else void navigate({ to: '/teach/packages/$packageId', params: { packageId } });
  }, [packageId, navigate, onPackage]);
  return error ? <Failure reason={error} onRetry={refetch} /> : null;
};

/** What was begun and not ended, on this device or another. */
const Unfinished = () => {
  const { t } = useTranslation();
  const items = useQuery(uploadsQuery).data?.items.filter(({ state }) => state === 'receiving') ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <Notice title={t('teach.packages.upload.unfinished')}>
        <p>{t('teach.packages.upload.unfinishedText')}</p>
      </Notice>
      <Rows label={t('teach.packages.upload.unfinished')}>
        {items.map((each) => (
          <UnfinishedRow key={each.id} item={each} />
        ))}
      </Rows>
    </>
  );
};

const UnfinishedRow = ({ item }: { item: UploadView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const discard = useMutation({
    mutationFn: () => discardUpload(item.id),
    onSettled: () => client.invalidateQueries({ queryKey: uploadsQuery.queryKey }),
  });
  const share = percent(item.size === 0 ? 1 : item.received / item.size, language);
  const until = t('teach.packages.upload.until', { when: instantText(item.expiresAt, language) });
  return (
    <Row
      title={item.fileName}
      text={[share, bytes(item.size, language), until].join(' · ')}
      aside={
        <Button
          size="xs"
          variant="default"
          loading={discard.isPending}
          aria-label={t('teach.packages.upload.discardOne', { name: item.fileName })}
          onClick={() => {
            discard.mutate();
          }}
        >
          {t('teach.packages.upload.discard')}
        </Button>
      }
    />
  );
};
