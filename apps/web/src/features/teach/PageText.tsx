import { Button, FileButton, Textarea } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../lib/local-text.js';
import { useSending } from '../../lib/use-sending.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import { fileAddress, sendFile } from './api.js';
import type { ContentProps } from './content-props.js';

/** The Markdown of a page. An image is sent to the course and named in the text, where the cursor was. */
export const PageText = ({ courseId, language, label, value, error, onChange }: ContentProps) => {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const sending = useSending(
    `${courseId}.image.${language}`,
    (file) => sendFile(courseId, file),
    ({ id, name }) => {
      const at = field.current?.selectionEnd ?? value.length;
      const described = name.replace(/\.\w+$/, '').replace(/[[\]]/g, '');
      onChange(`${value.slice(0, at)}${at > 0 ? '\n\n' : ''}![${described}](${fileAddress(id)})\n\n${value.slice(at)}`);
    },
  );
  return (
    <>
      <Textarea
        ref={field}
        label={t('teach.units.body', { language: label })}
        description={t('teach.units.bodyHint')}
        lang={localeOf[language]}
        rows={12}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <div>
        <FileButton
          accept="image/*"
          onChange={(file) => {
            if (file) sending.pick(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={sending.busy} leftSection={<IconPhoto size={18} aria-hidden />}>
              {t('teach.units.image')}
            </Button>
          )}
        </FileButton>
      </div>
      <SendingState sending={sending} label={t('teach.sending')} />
    </>
  );
};
