import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../lib/course-files.js';
import { useLanguage } from '../../lib/i18n.js';
import { bytes } from '../../lib/number.js';
import { useSending } from '../../lib/use-sending.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import { sendFile } from './api.js';
import styles from './authoring.module.css';

interface Props {
  courseId: string;
  file: File;
  onInsert: (description: string, address: string) => void;
  onClose: () => void;
}

/** An image or a video on its way into a page: it is sent while the person describes it, for those who cannot see it. */
export const PictureToInsert = ({ courseId, file, onInsert, onClose }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [description, setDescription] = useState('');
  const [asked, setAsked] = useState(false);
  const sending = useSending(
    `${courseId}.picture`,
    (upload) => sendFile(courseId, upload),
    () => undefined,
  );
  const { pick } = sending;
  const begun = useRef<File>(undefined);
  useEffect(() => {
    if (begun.current === file) return;
    begun.current = file;
    pick(file);
  }, [file, pick]);
  const insert = () => {
    setAsked(true);
    if (sending.data && description.trim() !== '') onInsert(description, fileAddress(sending.data.id));
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // the form around saves
    insert();
  };
  return (
    <Notice title={t('authoring.picture.title', { name: file.name, size: bytes(file.size, language) })}>
      <SendingState sending={sending} label={t('teach.sending')} />
      <TextInput
        label={t('authoring.picture.description')}
        description={t('authoring.picture.hint')}
        required
        data-autofocus
        autoFocus
        value={description}
        error={asked && description.trim() === '' ? t('authoring.picture.missing') : undefined}
        onKeyDown={onEnter}
        onChange={(event) => {
          setDescription(event.currentTarget.value);
        }}
      />
      <div className={styles.buttons}>
        <Button size="sm" loading={sending.busy} disabled={!sending.data} onClick={insert}>
          {t('authoring.picture.insert')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </Notice>
  );
};
