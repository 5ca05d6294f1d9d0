import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuestionFields } from './question-form.js';
import styles from './teach.module.css';

type Choice = QuestionFields['choices'][number];
interface Props {
  several: boolean;
  choices: readonly Choice[];
  error: string | undefined;
  onChange: (choices: Choice[]) => void;
}

/** The choices of a question, each with the mark that makes it right. */
export const ChoiceFields = ({ several, choices, error, onChange }: Props) => {
  const { t } = useTranslation();
  const change = (at: number, next: Partial<Choice>) => {
    onChange(
      choices.map((choice, place) =>
        place === at ? { ...choice, ...next } : !several && next.right ? { ...choice, right: false } : choice,
      ),
    );
  };
  return (
    <fieldset className={styles.contents}>
      <legend>{t(several ? 'teach.question.choicesMany' : 'teach.question.choicesOne')}</legend>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      {choices.map((choice, at) => (
        <div key={at} className={styles.choice}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name="right"
            aria-label={t('teach.question.isRight', { number: at + 1 })}
            checked={choice.right}
            onChange={(event) => {
              change(at, { right: event.currentTarget.checked });
            }}
          />
          <TextInput
            aria-label={t('teach.question.choice', { number: at + 1 })}
            placeholder={t('teach.question.choice', { number: at + 1 })}
            value={choice.text}
            onChange={(event) => {
              change(at, { text: event.currentTarget.value });
            }}
          />
          <ActionIcon
            variant="default"
            size={36}
            disabled={choices.length <= 2}
            aria-label={t('teach.question.dropChoice', { number: at + 1 })}
            onClick={() => {
              onChange(choices.filter((_, place) => place !== at));
            }}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onChange([...choices, { text: '', right: false }]);
          }}
        >
          {t('teach.question.addChoice')}
        </Button>
      </div>
    </fieldset>
  );
};
