import { TextInput, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { localeOf } from '../../lib/local-text.js';
import { count, readNumber } from '../../lib/number.js';
import type { FieldProps } from './Choices.js';
import styles from './quiz.module.css';

/** Calls `save` when typing rests, and at once when the field is left or taken away. */
const useRest = (save: (typed: string) => void) => {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; typed: string } | undefined>(undefined);
  const flush = () => {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = undefined;
    save(held.typed);
  };
  const leave = useEffectEvent(flush);
  useEffect(
    () => () => {
      leave();
    },
    [],
  );
  const type = (typed: string) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { typed, timer: setTimeout(flush, 700) };
  };
  return { type, flush };
};

/** A number; a comma and a point both stand before decimals. */
export const NumberAnswer = ({ question, response, onAnswer }: FieldProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState(() =>
    typeof response === 'number'
      ? new Intl.NumberFormat(localeOf[language], { useGrouping: false, maximumFractionDigits: 12 }).format(response)
      : '',
  );
  const wrong = typed.trim() !== '' && readNumber(typed) === undefined;
  const rest = useRest((text) => {
    if (text.trim() === '') onAnswer(null);
    const value = readNumber(text);
    if (value !== undefined) onAnswer(value);
  });
  return (
    <TextInput
      label={question.text}
      classNames={{ label: styles.text ?? '' }}
      inputMode="decimal"
      size="md"
      autoComplete="off"
      value={typed}
      error={wrong ? t('quiz.notANumber') : undefined}
      onBlur={rest.flush}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        rest.type(event.currentTarget.value);
      }}
    />
  );
};

/** A few words. */
export const TextAnswer = ({ question, response, onAnswer }: FieldProps) => {
  const [typed, setTyped] = useState(typeof response === 'string' ? response : '');
  const rest = useRest((text) => {
    onAnswer(text.trim() === '' ? null : text);
  });
  return (
    <TextInput
      label={question.text}
      classNames={{ label: styles.text ?? '' }}
      size="md"
      autoComplete="off"
      maxLength={4_000}
      value={typed}
      onBlur={rest.flush}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        rest.type(event.currentTarget.value);
      }}
    />
  );
};

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** An essay: saved as it is written, with its words counted and what it is marked by. */
export const EssayAnswer = ({ question, response, onAnswer }: FieldProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState(typeof response === 'string' ? response : '');
  const rest = useRest((text) => {
    onAnswer(text.trim() === '' ? null : text);
  });
  const { wordLimit, criteria } = question;
  const written = wordsIn(typed);
  const over = wordLimit !== null && written > wordLimit;
  return (
    <>
      <Textarea
        label={question.text}
        classNames={{ label: styles.text ?? '' }}
        size="md"
        rows={12}
        maxLength={20_000}
        value={typed}
        error={over ? t('essay.over', { limit: count(wordLimit, language) }) : undefined}
        onBlur={rest.flush}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          rest.type(event.currentTarget.value);
        }}
      />
      <p className={styles.hint}>
        {wordLimit === null
          ? t('essay.words', { shown: count(written, language) })
          : t('essay.wordsOf', { shown: count(written, language), limit: count(wordLimit, language) })}
      </p>
      {criteria.length > 0 && (
        <div className={styles.hint}>
          <p>{t('essay.criteria')}</p>
          <ul>
            {criteria.map(({ title, text, points }) => (
              <li key={title}>
                {title} · {t('quiz.points', { count: points })}
                {text && <> — {text}</>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};
