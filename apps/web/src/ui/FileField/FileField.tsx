import { IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { bytes } from '../../lib/number.js';
import styles from './FileField.module.css';

interface Props {
  label: string;
  description?: string;
  /** As in `<input accept>`. */
  accept?: string;
  file: File | null;
  disabled?: boolean;
  onPick: (file: File) => void;
}

/** A file from this device, picked or dropped. The browser's own words stay hidden: they are in the browser's language, not the page's. */
export const FileField = ({ label, description, accept, file, disabled = false, onPick }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const [over, setOver] = useState(false);
  const pick = (files: FileList | null) => {
    const first = files?.[0];
    if (first && !disabled) onPick(first);
  };
  return (
    <div
      className={styles.field}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        pick(event.dataTransfer.files);
      }}
    >
      <IconUpload size={28} aria-hidden />
      <p id={`${id}-label`} className={styles.label}>
        {label}
      </p>
      {description && (
        <p id={`${id}-about`} className={styles.about}>
          {description}
        </p>
      )}
      <input
        id={id}
        type="file"
        className={styles.input}
        accept={accept}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={description ? `${id}-about` : undefined}
        onChange={(event) => {
          pick(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className={styles.button}>
        {t('ui.chooseFile')}
      </label>
      {file && <p className={styles.chosen}>{t('ui.fileChosen', { name: file.name, size: bytes(file.size, language) })}</p>}
    </div>
  );
};
