import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Copies `text`, and says so. */
export const CopyButton = ({ text, children }: { text: string; children: string }) => {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <>
      <Button
        variant="default"
        leftSection={clipboard.copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        onClick={() => {
          clipboard.copy(text);
        }}
      >
        {clipboard.copied ? t('ui.copied') : children}
      </Button>
      <span role="status" hidden={!clipboard.copied}>
        {clipboard.error ? t('ui.copyFailed') : ''}
      </span>
    </>
  );
};
