import type { AcademySettingsView } from '@aula/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brand } from '../../lib/brand.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { sendLogo, settingsQuery } from './api.js';
import { SettingSection } from './SettingSection.js';
import styles from './administration.module.css';

/** The academy's picture, taken as soon as it is picked. */
export const LogoSetting = ({ view }: { view: AcademySettingsView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: sendLogo,
    onSuccess: (now) => {
      client.setQueryData(settingsQuery.queryKey, now);
      brand.refresh();
    },
  });
  const { logo } = view.settings;
  return (
    <SettingSection
      name="logo"
      view={view}
      change={undefined}
      onDone={() => {
        setFile(null);
      }}
    >
      {logo && <img className={styles.logo} src={`/api/identity/branding/logo/${logo.id}`} alt={t('administration.settings.logo.alt')} />}
      <FileField
        label={t('administration.settings.logo.label')}
        description={t('administration.settings.logo.hint')}
        accept="image/png,image/svg+xml"
        file={file}
        disabled={send.isPending}
        onPick={(picked) => {
          setFile(picked);
          send.mutate(picked);
        }}
      />
      {send.isError && <Failure reason={send.error} />}
    </SettingSection>
  );
};
