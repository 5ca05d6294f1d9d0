import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { momentText } from '../../lib/time.js';
import type { Drafted } from '../../lib/use-draft.js';
import { Notice } from '../Notice/Notice.js';

/** Says that a form shows what was typed earlier and never saved, and offers to throw it away. */
export const Restored = ({ draft }: { draft: Pick<Drafted<object>, 'restored' | 'discard'> }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!draft.restored) return null;
  const { at, outdated } = draft.restored;
  return (
    <Notice
      tone={outdated ? 'care' : 'calm'}
      role="status"
      title={t('ui.draft.restored', { moment: momentText(at, Date.now(), language) })}
    >
      {outdated && <p>{t('ui.draft.outdated')}</p>}
      <Button size="xs" variant="default" onClick={draft.discard}>
        {t('ui.draft.discard')}
      </Button>
    </Notice>
  );
};
