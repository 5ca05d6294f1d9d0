import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyProps } from './question-form.js';
import styles from './teach.module.css';

/** What an essay is marked by: criteria with points that add up to those of the question, and how long it may be. */
export const EssayFields = ({ fields, set, errorAt }: KeyProps) => {
  const { t } = useTranslation();
  const { rubric } = fields;
  const change = (at: number, next: Partial<(typeof rubric)[number]>) => {
    set({ rubric: rubric.map((criterion, place) => (place === at ? { ...criterion, ...next } : criterion)) });
  };
  return (
    <>
      <TextInput
        label={t('bank.essay.wordLimit')}
        description={t('bank.essay.wordLimitHint')}
        inputMode="numeric"
        className={styles.short ?? ''}
        value={fields.wordLimit}
        error={errorAt('wordLimit')}
        onChange={(event) => {
          set({ wordLimit: event.currentTarget.value });
        }}
      />
      <fieldset className={styles.contents}>
        <legend>{t('bank.essay.rubric')}</legend>
        <p className={styles.quiet}>{t('bank.essay.rubricHint')}</p>
        {errorAt('rubric') && (
          <p role="alert" className={styles.error}>
            {errorAt('rubric')}
          </p>
        )}
        {rubric.map((criterion, at) => (
          <div key={at} className={styles.criterion}>
            <TextInput
              label={t('bank.essay.criterion', { number: at + 1 })}
              value={criterion.title}
              onChange={(event) => {
                change(at, { title: event.currentTarget.value });
              }}
            />
            <TextInput
              label={t('teach.question.points')}
              inputMode="numeric"
              value={criterion.points}
              onChange={(event) => {
                change(at, { points: event.currentTarget.value });
              }}
            />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('bank.essay.dropCriterion', { number: at + 1 })}
              onClick={() => {
                set({ rubric: rubric.filter((_, place) => place !== at) });
              }}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
            <TextInput
              className={styles.wide ?? ''}
              label={t('bank.essay.criterionText')}
              value={criterion.text}
              onChange={(event) => {
                change(at, { text: event.currentTarget.value });
              }}
            />
          </div>
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              set({ rubric: [...rubric, { title: '', text: '', points: '1' }] });
            }}
          >
            {t('bank.essay.addCriterion')}
          </Button>
        </div>
      </fieldset>
    </>
  );
};
