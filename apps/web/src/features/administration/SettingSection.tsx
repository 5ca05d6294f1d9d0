import type { AcademySettingsChange, AcademySettingsView, SettingName } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { brand } from '../../lib/brand.js';
import { useLanguage } from '../../lib/i18n.js';
import { dayText } from '../../lib/time.js';
import type { Drafted } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { changeSettings, settingsQuery } from './api.js';
import styles from './administration.module.css';

interface Props {
  name: SettingName;
  view: AcademySettingsView;
  /** What is to be saved; undefined while it is not complete. */
  change: AcademySettingsChange | undefined;
  /** What is kept of it on this device, where it is typed. */
  draft?: Pick<Drafted<object>, 'restored' | 'discard'>;
  /** Called when the setting stands as asked for, with what stands now. */
  onDone?: (now: AcademySettingsView) => void;
  children: ReactNode;
}

/** One setting: its fields, the way to save it, and the way back to what it was when the academy came. */
export const SettingSection = ({ name, view, change, draft, onDone, children }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: changeSettings,
    onSuccess: (now) => {
      client.setQueryData(settingsQuery.queryKey, now);
      brand.refresh();
      onDone?.(now);
    },
  });
  const changed = view.changed.find((each) => each.name === name);
  const title = t(`administration.settings.${name}.title`);
  return (
    <Section title={title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (change) save.mutate(change);
        }}
      >
        <p>{t(`administration.settings.${name}.about`)}</p>
        {draft && <Restored draft={draft} />}
        {children}
        {save.isError && <Failure reason={save.error} />}
        {save.isSuccess && (
          <Notice tone="good" role="status">
            {t('administration.settings.saved')}
          </Notice>
        )}
        <div className={styles.buttons}>
          {name !== 'logo' && (
            <Button
              type="submit"
              disabled={!change}
              loading={save.isPending}
              aria-label={t('administration.settings.saveNamed', { title })}
            >
              {t('administration.settings.save')}
            </Button>
          )}
          {changed && (
            <Button
              variant="default"
              loading={save.isPending}
              aria-label={t('administration.settings.resetNamed', { title })}
              onClick={() => {
                save.mutate({ [name]: null });
              }}
            >
              {t('administration.settings.reset')}
            </Button>
          )}
        </div>
        {changed && (
          <small>{t('administration.settings.setBy', { name: changed.by?.name ?? '–', date: dayText(changed.at, language) })}</small>
        )}
      </form>
    </Section>
  );
};
