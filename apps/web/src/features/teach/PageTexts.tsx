import type { Language } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Texts, languageNames } from '../../lib/local-text.js';
import { PageText } from './PageText.js';
import styles from './authoring.module.css';

interface Props {
  courseId: string;
  languages: readonly Language[];
  contents: Texts;
  errors: Record<string, string>;
  onWrite: (language: Language, value: string) => void;
}

/** The texts of a page, one language at a time. */
export const PageTexts = ({ courseId, languages, contents, errors, onWrite }: Props) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Language | undefined>(languages.find((each) => contents[each]) ?? languages[0]);
  if (!shown) return null;
  return (
    <div className={styles.stack}>
      {languages.length > 1 && (
        <div role="group" aria-label={t('authoring.page.languages')} className={styles.buttons}>
          {languages.map((each) => (
            <Button
              key={each}
              size="sm"
              variant={each === shown ? 'filled' : 'default'}
              aria-pressed={each === shown}
              onClick={() => {
                setShown(each);
              }}
            >
              {contents[each]?.trim() ? languageNames[each] : t('authoring.page.unwritten', { language: languageNames[each] })}
            </Button>
          ))}
        </div>
      )}
      <PageText
        key={shown}
        courseId={courseId}
        language={shown}
        label={languageNames[shown]}
        value={contents[shown] ?? ''}
        error={errors[`contents.${shown}`]}
        onChange={(value) => {
          onWrite(shown, value);
        }}
      />
    </div>
  );
};
