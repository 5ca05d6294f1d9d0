import type { Language, QuestionView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, localeOf } from '../../lib/local-text.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Window } from '../../ui/Window/Window.js';
import { missingIn } from './question-form.js';
import { QuestionSheet } from './QuestionSheet.js';
import styles from './teach.module.css';

/** The question as a learner of each language meets it. */
export const QuestionPreview = ({ question, onClose }: { question: QuestionView; onClose: () => void }) => {
  const { t } = useTranslation();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const translation = question.translations[language];
  const { kind, points, wordLimit, rubric: criteria } = question;
  const choices = question.choices.map(({ text }, at) => ({ text: translation?.choices[at]?.trim() || text }));
  const lacking = question.language !== null && missingIn(question).includes(language);
  return (
    <Window opened onClose={onClose} title={t('bank.preview')} centered closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div className={styles.form}>
        <NativeSelect
          label={t('nav.language')}
          value={language}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          onChange={(event) => {
            setLanguage(languages.find((each) => each === event.currentTarget.value) ?? own);
          }}
        />
        {lacking && <Notice>{t('bank.shownUntranslated')}</Notice>}
        <div lang={localeOf[translation ? language : (question.language ?? language)]}>
          <QuestionSheet question={{ kind, points, wordLimit, criteria, choices, text: translation?.text.trim() || question.text }} />
        </div>
      </div>
    </Window>
  );
};
