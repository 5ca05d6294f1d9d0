import type { AcademySettingsView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { type Texts, languages, trimText } from '../../lib/local-text.js';
import { useDraft } from '../../lib/use-draft.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { SettingSection } from './SettingSection.js';

/** A text of the academy in its four languages; what is typed is kept. */
export const TextSetting = ({ name, view }: { name: 'name' | 'welcome'; view: AcademySettingsView }) => {
  const { t } = useTranslation();
  const draft = useDraft<{ texts: Texts }>(`setting.${name}`, { texts: view.settings[name] ?? {} });
  const texts = trimText(draft.fields.texts);
  return (
    <SettingSection
      name={name}
      view={view}
      change={texts && { [name]: texts }}
      draft={draft}
      onDone={(now) => {
        draft.done({ texts: now.settings[name] ?? {} });
      }}
    >
      <LanguageFields
        name={name}
        label={t(`administration.settings.${name}.label`)}
        languages={languages}
        value={draft.fields.texts}
        long={name === 'welcome'}
        onChange={(value) => {
          draft.set({ texts: value });
        }}
      />
    </SettingSection>
  );
};
