import { Radio, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceFields } from './ChoiceFields.js';
import { EssayFields } from './EssayFields.js';
import type { KeyProps } from './question-form.js';
import styles from './teach.module.css';

/** What is right, by kind. */
export const KeyFields = ({ fields, set, errorAt }: KeyProps) => {
  const { t } = useTranslation();
  switch (fields.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return (
        <ChoiceFields
          several={fields.kind === 'multiple-choice'}
          choices={fields.choices}
          error={errorAt('choices') ?? errorAt('right')}
          onChange={(choices) => {
            set({ choices });
          }}
        />
      );
    case 'true-false':
      return (
        <Radio.Group
          label={t('teach.question.truth')}
          value={String(fields.truth)}
          onChange={(value) => {
            set({ truth: value === 'true' });
          }}
        >
          <div className={styles.choices}>
            <Radio value="true" label={t('quiz.true')} />
            <Radio value="false" label={t('quiz.false')} />
          </div>
        </Radio.Group>
      );
    case 'numeric':
      return (
        <div className={styles.line}>
          <TextInput
            label={t('teach.question.value')}
            inputMode="decimal"
            required
            value={fields.value}
            error={errorAt('value')}
            onChange={(event) => {
              set({ value: event.currentTarget.value });
            }}
          />
          <TextInput
            label={t('teach.question.tolerance')}
            inputMode="decimal"
            value={fields.tolerance}
            onChange={(event) => {
              set({ tolerance: event.currentTarget.value });
            }}
          />
        </div>
      );
    case 'short-answer':
      return (
        <Textarea
          label={t('teach.question.texts')}
          description={t('teach.question.textsHint')}
          rows={3}
          required
          value={fields.texts}
          error={errorAt('texts')}
          onChange={(event) => {
            set({ texts: event.currentTarget.value });
          }}
        />
      );
    case 'essay':
      return <EssayFields fields={fields} set={set} errorAt={errorAt} />;
  }
};
