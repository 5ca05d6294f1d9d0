import type { AnswerResponse, AttemptQuestionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './quiz.module.css';

export interface FieldProps {
  question: AttemptQuestionView;
  response: AnswerResponse;
  onAnswer: (response: AnswerResponse) => void;
}

/** One of several. */
export const Choices = ({ question, response, onAnswer }: FieldProps) => (
  <Group question={question} answered={response !== null} onClear={onAnswer}>
    {question.choices.map(({ index, text }) => (
      <Option
        key={index}
        type="radio"
        name={question.id}
        checked={response === index}
        text={text}
        onChange={() => {
          onAnswer(index);
        }}
      />
    ))}
  </Group>
);

/** Any of several; none chosen is no answer. */
export const ManyChoices = ({ question, response, onAnswer }: FieldProps) => {
  const { t } = useTranslation();
  const chosen = Array.isArray(response) ? response : [];
  const toggle = (index: number) => {
    const next = chosen.includes(index) ? chosen.filter((each) => each !== index) : [...chosen, index].sort((a, b) => a - b);
    onAnswer(next.length > 0 ? next : null);
  };
  return (
    <Group question={question} hint={t('quiz.several')}>
      {question.choices.map(({ index, text }) => (
        <Option
          key={index}
          type="checkbox"
          name={question.id}
          checked={chosen.includes(index)}
          text={text}
          onChange={() => {
            toggle(index);
          }}
        />
      ))}
    </Group>
  );
};

/** True or false. */
export const Truth = ({ question, response, onAnswer }: FieldProps) => {
  const { t } = useTranslation();
  return (
    <Group question={question} answered={response !== null} onClear={onAnswer}>
      <Option
        type="radio"
        name={question.id}
        checked={response === true}
        text={t('quiz.true')}
        onChange={() => {
          onAnswer(true);
        }}
      />
      <Option
        type="radio"
        name={question.id}
        checked={response === false}
        text={t('quiz.false')}
        onChange={() => {
          onAnswer(false);
        }}
      />
    </Group>
  );
};

interface GroupProps {
  question: AttemptQuestionView;
  hint?: string;
  answered?: boolean;
  onClear?: (response: null) => void;
  children: ReactNode;
}

const Group = ({ question, hint, answered = false, onClear, children }: GroupProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.text}>{question.text}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
      {answered && onClear && (
        <div>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              onClear(null);
            }}
          >
            {t('quiz.clear')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

interface OptionProps {
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  text: string;
  onChange: () => void;
}

const Option = ({ type, name, checked, text, onChange }: OptionProps) => (
  <label className={styles.option} data-checked={checked || undefined}>
    <input type={type} name={name} checked={checked} onChange={onChange} />
    <span>{text}</span>
  </label>
);
