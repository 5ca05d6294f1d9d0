import type { QuestionCreate, QuestionView } from '@aula/contracts';
import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { addQuestion, changeQuestion } from './api.js';
import { KeyFields } from './KeyFields.js';
import { type QuestionFields, type QuestionMissing, emptyQuestion, fieldsOf, questionOf } from './question-form.js';
import styles from './teach.module.css';
import { TranslationFields } from './TranslationFields.js';
import { useBankRefresh } from './use-bank-refresh.js';

const kinds = ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer', 'essay'] as const;

interface Props {
  bankId: string;
  /** The question that is changed, which makes its next version. */
  question?: QuestionView;
  /** The question that a new one begins with. */
  copyOf?: QuestionView | undefined;
  onDone?: () => void;
}

/** A question of any kind, new or changed; after a new one is saved, the form is empty for the next of the same kind. */
export const QuestionForm = ({ bankId, question, copyOf, onDone }: Props) => {
  const { t } = useTranslation();
  const refresh = useBankRefresh();
  const from = question ?? copyOf;
  const draft = useDraft<QuestionFields>(
    `question.${bankId}.${question?.id ?? (copyOf ? `copy.${copyOf.id}` : 'new')}`,
    from ? fieldsOf(from) : emptyQuestion('single-choice'),
  );
  const { fields, set } = draft;
  const [missing, setMissing] = useState<QuestionMissing[]>([]);
  const save = useCreate(
    (wish: QuestionCreate, key) => (question ? changeQuestion(bankId, question.id, wish) : addQuestion(bankId, wish, key)),
    async () => {
      draft.done(question ? fields : emptyQuestion(fields.kind));
      await refresh(bankId);
      onDone?.();
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
        const read = questionOf(fields, from?.kind === fields.kind ? from : undefined);
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
        label={t('bank.tags')}
        description={t('bank.tagsHint')}
        value={fields.tags}
        onChange={(event) => {
          set({ tags: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('bank.feedback')}
        description={t('bank.feedbackHint')}
        rows={2}
        value={fields.feedback}
        onChange={(event) => {
          set({ feedback: event.currentTarget.value });
        }}
      />
      <TranslationFields fields={fields} set={set} />
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
          {t(question ? 'bank.versionSaved' : 'teach.question.saved')}
        </Notice>
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t(question ? 'bank.saveVersion' : 'teach.question.save')}
        </Button>
      </div>
    </form>
  );
};
