import type { AcademySettingsView, ColorTrial } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../../lib/brand.js';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useDraft } from '../../lib/use-draft.js';
import { Mark } from '../../ui/Mark/Mark.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { colorTrialQuery } from './api.js';
import { SettingSection } from './SettingSection.js';
import styles from './administration.module.css';

const own = '#0f4c57';

/** The academy's colour, shown as it will look before it is saved; one that cannot be read on white is not taken. */
export const ColorSetting = ({ view }: { view: AcademySettingsView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const draft = useDraft('setting.color', { color: view.settings.color?.value ?? own });
  const { color } = draft.fields;
  const [rested] = useDebouncedValue(color.trim().toLowerCase(), 250);
  const { data: trial } = useQuery(colorTrialQuery(rested));
  const accepted = trial?.color === rested && trial.accepted;
  return (
    <SettingSection
      name="color"
      view={view}
      change={accepted ? { color: rested } : undefined}
      draft={draft}
      onDone={(now) => {
        draft.done({ color: now.settings.color?.value ?? own });
      }}
    >
      <div className={styles.color}>
        <input
          type="color"
          className={styles.picker}
          aria-label={t('administration.settings.color.pick')}
          value={/^#[\da-f]{6}$/.test(rested) ? rested : own}
          onChange={(event) => {
            draft.set({ color: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('administration.settings.color.label')}
          value={color}
          maxLength={7}
          onChange={(event) => {
            draft.set({ color: event.currentTarget.value });
          }}
        />
      </div>
      {trial && (
        <>
          <Preview trial={trial} />
          {trial.accepted ? (
            <Notice tone="good">{t('administration.settings.color.good', { ratio: count(trial.ratio, language) })}</Notice>
          ) : (
            <Notice tone="care" title={t('administration.settings.color.poor', { ratio: count(trial.ratio, language) })}>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  draft.set({ color: trial.nearest });
                }}
              >
                {t('administration.settings.color.take', { color: trial.nearest })}
              </Button>
            </Notice>
          )}
        </>
      )}
    </SettingSection>
  );
};

const Preview = ({ trial: { palette } }: { trial: ColorTrial }) => {
  const { t } = useTranslation();
  const { name, logo } = useBrand();
  return (
    <div className={styles.preview} aria-label={t('administration.settings.color.preview')} role="img">
      <div className={styles.previewHead} style={{ color: palette[8] }}>
        {logo ? <img className={styles.logo} src={logo} alt="" /> : <Mark size={30} color={palette[8]} />}
        {name}
      </div>
      <div className={styles.swatches}>
        {palette.map((shade) => (
          <span key={shade} style={{ background: shade }} />
        ))}
      </div>
      <span className={styles.previewButton} style={{ background: palette[8] }}>
        {t('administration.settings.color.button')}
      </span>
    </div>
  );
};
