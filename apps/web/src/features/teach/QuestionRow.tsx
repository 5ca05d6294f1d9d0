import type { QuestionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { retireQuestion } from './api.js';
import { missingIn } from './question-form.js';
import { QuestionForm } from './QuestionForm.js';
import { QuestionPreview } from './QuestionPreview.js';
import styles from './teach.module.css';
import { useBankRefresh } from './use-bank-refresh.js';

interface Props {
  bankId: string;
  question: QuestionView;
  onCopy: (question: QuestionView) => void;
  onRetired: (question: QuestionView) => void;
}

/** A question as its author sees it; the key is folded away until it is asked for. */
export const QuestionRow = ({ bankId, question, onCopy, onRetired }: Props) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'form' | 'preview'>();
  const missing = missingIn(question);
  const close = () => {
    setShown(undefined);
  };
  return (
    <Row
      title={<span className={styles.questionText}>{question.text}</span>}
      text={[
        t(`teach.question.kind.${question.kind}`),
        t('quiz.points', { count: question.points }),
        question.version > 1 ? t('bank.version', { number: question.version }) : '',
        question.language && missing.length > 0
          ? t('bank.missing', { languages: missing.map((each) => languageNames[each]).join(', ') })
          : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={question.tags.map((tag) => (
        <Tag key={tag} tone="plain">
          {tag}
        </Tag>
      ))}
    >
      <details className={styles.details}>
        <summary>{t('teach.question.key')}</summary>
        <Key question={question} />
        {question.feedback && <p>{t('teach.question.feedbackIs', { text: question.feedback })}</p>}
      </details>
      <Acts bankId={bankId} question={question} editing={shown === 'form'} onShow={setShown} onCopy={onCopy} onRetired={onRetired} />
      {shown === 'form' && <QuestionForm bankId={bankId} question={question} onDone={close} />}
      {shown === 'preview' && <QuestionPreview question={question} onClose={close} />}
    </Row>
  );
};

interface ActsProps extends Props {
  editing: boolean;
  onShow: (shown: 'form' | 'preview' | undefined) => void;
}

const Acts = ({ bankId, question, editing, onShow, onCopy, onRetired }: ActsProps) => {
  const { t } = useTranslation();
  const refresh = useBankRefresh();
  const retire = useMutation({
    mutationFn: () => retireQuestion(bankId, question.id, !question.retired),
    onSuccess: () => {
      onRetired(question);
      return refresh(bankId);
    },
  });
  const label = (act: string): string => `${act}: ${question.text.slice(0, 60)}`;
  return (
    <>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          aria-label={label(t('bank.preview'))}
          onClick={() => {
            onShow('preview');
          }}
        >
          {t('bank.preview')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={editing}
          aria-label={label(t(editing ? 'ui.close' : 'bank.edit'))}
          onClick={() => {
            onShow(editing ? undefined : 'form');
          }}
        >
          {t(editing ? 'ui.close' : 'bank.edit')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={label(t('bank.copy'))}
          onClick={() => {
            onCopy(question);
          }}
        >
          {t('bank.copy')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={retire.isPending}
          aria-label={label(t(question.retired ? 'bank.takeBack' : 'bank.retire'))}
          onClick={() => {
            retire.mutate();
          }}
        >
          {t(question.retired ? 'bank.takeBack' : 'bank.retire')}
        </Button>
      </div>
      {retire.isError && <Failure reason={retire.error} />}
    </>
  );
};

const Key = ({ question }: { question: QuestionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (question.kind === 'essay') return <Rubric question={question} />;
  if (question.correct !== null) return <p>{t(question.correct ? 'quiz.true' : 'quiz.false')}</p>;
  return (
    <ul className={styles.key}>
      {question.choices.map((choice, at) => (
        <li key={`${String(at)}-${choice.text}`}>
          <Weight weight={choice.weight} />
          <span>{choice.text}</span>
          {choice.feedback && <small>{choice.feedback}</small>}
        </li>
      ))}
      {question.accepted.map(({ minimum, maximum, weight }) => (
        <li key={`${String(minimum)}-${String(maximum)}`}>
          <Weight weight={weight} />
          <span>{minimum === maximum ? count(minimum, language) : `${count(minimum, language)} – ${count(maximum, language)}`}</span>
        </li>
      ))}
      {question.texts.map(({ text, weight }) => (
        <li key={text}>
          <Weight weight={weight} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
};

/** Percent of the points that an answer brings; right and wrong are told by sign and words, not by colour alone. */
const Weight = ({ weight }: { weight: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const right = weight > 0;
  const Icon = right ? IconCheck : IconX;
  return (
    <Tag tone={right ? 'good' : 'plain'} icon={<Icon aria-hidden />}>
      {weight >= 100 ? t('teach.question.right') : weight === 0 ? t('teach.question.wrong') : `${count(weight, language)} %`}
    </Tag>
  );
};

const Rubric = ({ question: { rubric } }: { question: QuestionView }) => {
  const { t } = useTranslation();
  if (rubric.length === 0) return <p>{t('bank.essay.noRubric')}</p>;
  return (
    <ul>
      {rubric.map(({ title, text, points }) => (
        <li key={title}>
          {title} · {t('quiz.points', { count: points })}
          {text && <small> — {text}</small>}
        </li>
      ))}
    </ul>
  );
};
