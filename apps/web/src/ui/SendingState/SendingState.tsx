import { useTranslation } from 'react-i18next';
import type { Sending } from '../../lib/use-sending.js';
import { Failure } from '../Failure/Failure.js';
import { Meter } from '../Meter/Meter.js';
import { Notice } from '../Notice/Notice.js';

/** How the sending of a file is going, and what to do when it was cut. */
export const SendingState = ({ sending, label }: { sending: Sending; label: string }) => {
  const { t } = useTranslation();
  return (
    <>
      {sending.cut !== null && (
        <Notice tone="care" role="status">
          {t('ui.sending.cut', { name: sending.cut })}
        </Notice>
      )}
      {sending.busy && <Meter share={sending.share} label={label} />}
      {sending.waiting && (
        <Notice tone="care" role="status">
          {t('ui.sending.waiting')}
        </Notice>
      )}
      {sending.error && <Failure reason={sending.error} onRetry={sending.again} />}
    </>
  );
};
