import type { QuizView, QuizWish } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { languages, textIn } from '../../lib/local-text.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { changeQuiz, copyQuiz, previewQuiz, quizQuery, quizzesPath } from './api.js';
import { type BuilderFields, type BuilderMissing, builderFields, wishOf } from './quiz-builder.js';
import { QuizContents } from './QuizContents.js';
import { QuizExample } from './QuizExample.js';
import { QuizRules } from './QuizRules.js';
import styles from './teach.module.css';

/** One quiz: what it asks, under which rules, and what an attempt could look like. */
export const QuizBuilder = () => {
  const { quizId } = useParams({ from: '/in/teach/quizzes/$quizId' });
  return <LoadedPage query={useQuery(quizQuery(quizId))}>{(quiz) => <Builder key={quiz.id} quiz={quiz} />}</LoadedPage>;
};

const Builder = ({ quiz }: { quiz: QuizView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const draft = useDraft<BuilderFields>(`quiz.${quiz.id}`, builderFields(quiz));
  const { fields, set } = draft;
  const [missing, setMissing] = useState<BuilderMissing[]>([]);
  const save = useMutation({
    mutationFn: (wish: QuizWish) => changeQuiz(quiz.id, wish),
    onSuccess: () => {
      draft.done();
      return client.invalidateQueries({ queryKey: [quizzesPath] });
    },
  });
  const example = useMutation({ mutationFn: previewQuiz });
  const act = (then: (wish: QuizWish) => void) => {
    const read = wishOf(fields, quiz.bankId);
    setMissing('missing' in read ? read.missing : []);
    if ('wish' in read) then(read.wish);
  };
  return (
    <Page
      title={textIn(quiz.title, language)}
      lead={t('builder.lead')}
      back={<TextLink to="/teach/quizzes">{t('nav.quizzes')}</TextLink>}
      actions={
        <TextLink to="/teach/banks/$bankId" params={{ bankId: quiz.bankId }}>
          {t('builder.toBank')}
        </TextLink>
      }
    >
      {quiz.used && <InUse quiz={quiz} />}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          act(save.mutate);
        }}
      >
        <Restored draft={draft} />
        <LanguageFields
          label={t('teach.form.title')}
          name="title"
          required
          languages={languages}
          value={fields.title}
          errors={missing.includes('title') ? { title: t('teach.form.missing.title') } : fieldErrors(save.error)}
          onChange={(title) => {
            set({ title });
          }}
        />
        <QuizContents fields={fields} set={set} missing={missing} bankId={quiz.bankId} fixed={quiz.used} />
        <QuizRules fields={fields} set={set} missing={missing} fixed={quiz.used} />
        {missing.length > 0 && <Notice tone="bad" role="alert" title={t('builder.incomplete')} />}
        {save.isError && <Failure reason={save.error} />}
        {save.isSuccess && (
          <Notice tone="good" role="status">
            {t('builder.saved')}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button type="submit" loading={save.isPending}>
            {t('builder.save')}
          </Button>
          <Button
            variant="default"
            loading={example.isPending}
            onClick={() => {
              act(example.mutate);
            }}
          >
            {t(example.data ? 'builder.again' : 'builder.preview')}
          </Button>
        </div>
      </form>
      {example.isError && <Failure reason={example.error} />}
      {example.data && (
        <Section title={t('builder.example')}>
          <QuizExample preview={example.data} />
        </Section>
      )}
    </Page>
  );
};

/** A published course must stay as it was: says what can still change, and makes the copy that can be changed. */
const InUse = ({ quiz }: { quiz: QuizView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const copy = useCreate(
    (id: string, key) => copyQuiz(id, key),
    async ({ id }) => {
      await client.invalidateQueries({ queryKey: [quizzesPath] });
      await navigate({ to: '/teach/quizzes/$quizId', params: { quizId: id } });
    },
  );
  return (
    <Notice tone="care" title={t('builder.used.title')}>
      <p>{t('builder.used.text')}</p>
      {copy.isError && <Failure reason={copy.error} />}
      <Button
        size="xs"
        variant="default"
        loading={copy.isPending}
        onClick={() => {
          copy.mutate(quiz.id);
        }}
      >
        {t('builder.used.copy')}
      </Button>
    </Notice>
  );
};
