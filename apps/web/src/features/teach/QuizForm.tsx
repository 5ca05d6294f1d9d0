import type { QuizWish } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { languages } from '../../lib/local-text.js';
import { banks, foundQuery } from '../../lib/things.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { createQuiz, quizzesPath } from './api.js';
import { type QuizFields, type QuizNumber, emptyQuiz, quizNumbers, quizOf } from './quiz-form.js';
import styles from './teach.module.css';

/** A new quiz over a bank. */
export const QuizForm = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const noBank = useQuery(foundQuery(banks, '')).data?.items.length === 0;
  const draft = useDraft<QuizFields>('new-quiz', emptyQuiz);
  const { fields, set } = draft;
  const [missing, setMissing] = useState<string[]>([]);
  const save = useCreate(createQuiz, () => {
    draft.done(emptyQuiz);
    return client.invalidateQueries({ queryKey: [quizzesPath] });
  });
  const refused = fieldErrors(save.error);
  const errorAt = (field: QuizNumber | 'bankId') => (missing.includes(field) ? t(`teach.quizzes.missing.${field}`) : refused[field]);
  if (noBank) {
    return (
      <Notice title={t('teach.quizzes.noBank')}>
        <ButtonLink to="/teach/banks" size="xs" variant="default">
          {t('teach.banks.new')}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = quizOf(fields);
        setMissing('missing' in read ? read.missing : []);
        if ('quiz' in read) save.mutate(read.quiz satisfies QuizWish);
      }}
    >
      <Restored draft={draft} />
      <LanguageFields
        label={t('teach.form.title')}
        name="title"
        required
        languages={languages}
        value={fields.title}
        errors={{ ...refused, ...(missing.includes('title') ? { title: t('teach.form.missing.title') } : {}) }}
        onChange={(title) => {
          set({ title });
        }}
      />
      <Choice
        things={banks}
        label={t('teach.quizzes.bank')}
        required
        value={fields.bankId}
        error={errorAt('bankId')}
        none={t('teach.units.choose')}
        onChange={(picked) => {
          set({ bankId: picked?.id ?? '' });
        }}
      />
      <div className={styles.numbers}>
        {quizNumbers.map((field) => (
          <TextInput
            key={field}
            label={t(`teach.quizzes.field.${field}`)}
            description={t(`teach.quizzes.hint.${field}`)}
            inputMode="numeric"
            required={field === 'passingScore'}
            value={fields[field]}
            error={errorAt(field)}
            onChange={(event) => {
              set({ [field]: event.currentTarget.value });
            }}
          />
        ))}
      </div>
      {save.isError && (
        <Failure reason={save.error} fields={['title', 'bankId', ...quizNumbers, ...languages.map((each) => `title.${each}`)]} />
      )}
      {save.isSuccess && (
        <Notice tone="good" role="status">
          {t('teach.quizzes.saved')}
        </Notice>
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('teach.quizzes.create')}
        </Button>
      </div>
    </form>
  );
};
