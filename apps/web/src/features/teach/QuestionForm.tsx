import type { QuestionCreate } from '@aula/contracts';
import { Button, NativeSelect, Radio, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { addQuestion } from './api.js';
import { ChoiceFields } from './ChoiceFields.js';
import { type QuestionFields, type QuestionMissing, emptyQuestion, questionOf } from './question-form.js';
import styles from './teach.module.css';
import { useBankRefresh } from './use-bank-refresh.js';

const kinds = ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer'] as const;

/** A new question of any kind; after saving, the form is empty for the next one of the same kind. */
export const QuestionForm = ({ bankId }: { bankId: string }) => {
  const { t } = useTranslation();
  const refresh = useBankRefresh();
  const draft = useDraft<QuestionFields>(`question.${bankId}.new`, emptyQuestion('single-choice'));
  const { fields, set } = draft;
  const [missing, setMissing] = useState<QuestionMissing[]>([]);
  const save = useCreate(
    (question: QuestionCreate, key) => addQuestion(bankId, question, key),
    () => {
      draft.done(emptyQuestion(fields.kind));
      return refresh(bankId);
    },
  );
  const refused = fieldErrors(save.error);
  const errorAt = (field: QuestionMissing) => (missing.includes(field) ? t(`teach.question.missing.${field}`) : refused[field]);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = questionOf(fields);
        setMissing('missing' in read ? read.missing : []);
        if ('question' in read) save.mutate(read.question);
      }}
    >
      <Restored draft={draft} />
      <NativeSelect
        label={t('teach.question.kindLabel')}
        value={fields.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`teach.question.kind.${kind}`) }))}
        onChange={(event) => {
          set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'single-choice' });
        }}
      />
      <Textarea
        label={t('teach.question.text')}
        rows={3}
        required
        value={fields.text}
        error={errorAt('text')}
        onChange={(event) => {
          set({ text: event.currentTarget.value });
        }}
      />
      <KeyFields fields={fields} set={set} errorAt={errorAt} />
      <TextInput
        label={t('teach.question.points')}
        inputMode="numeric"
        className={styles.short ?? ''}
        value={fields.points}
        error={errorAt('points')}
        onChange={(event) => {
          set({ points: event.currentTarget.value });
        }}
      />
      {save.isError && <Failure reason={save.error} fields={['text', 'points']} />}
      {save.isSuccess && (
        <Notice tone="good" role="status">
          {t('teach.question.saved')}
        </Notice>
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('teach.question.save')}
        </Button>
      </div>
    </form>
  );
};

interface KeyProps {
  fields: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
  errorAt: (field: QuestionMissing) => string | undefined;
}

const KeyFields = ({ fields, set, errorAt }: KeyProps) => {
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
  }
};
