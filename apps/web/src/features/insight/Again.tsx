import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice/Notice.js';
import type { Waiting } from './api.js';

/** Says why numbers are missing or old, and that the page looks again by itself. */
export const Again = ({ waiting }: { waiting: Waiting | undefined }) => {
  const { t } = useTranslation();
  if (!waiting) return null;
  return (
    <Notice tone={waiting === 'behind' ? 'care' : 'calm'} role="status">
      {t(`insight.again.${waiting}`)}
    </Notice>
  );
};
