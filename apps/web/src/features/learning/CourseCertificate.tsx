import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steady } from '../../lib/clock.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { credentialsOfQuery } from './api.js';

/** What became of the certificate of a completed course; looks again until it is issued. */
export const CourseCertificate = ({ enrollmentId }: { enrollmentId: string }) => {
  const { t } = useTranslation();
  const [since] = useState(steady);
  const { data } = useQuery({
    ...credentialsOfQuery(enrollmentId),
    refetchInterval: (query) => {
      const waiting = !query.state.data?.items.some((each) => each.state !== 'pending');
      return waiting && steady() - since < 180_000 ? 3_000 : false;
    },
  });
  const credential = data?.items[0];
  if (credential?.state === 'revoked') return <Notice tone="care">{t('learning.certificate.revoked')}</Notice>;
  if (credential?.state !== 'issued') {
    return (
      <Notice tone="good" role="status" title={t('learning.certificate.done')}>
        <p>{t('learning.certificate.pending')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status" title={t('learning.certificate.done')}>
      <p>{t('learning.certificate.issued')}</p>
      <TextLink to="/learning/certificates">{t('learning.certificate.see')}</TextLink>
    </Notice>
  );
};
