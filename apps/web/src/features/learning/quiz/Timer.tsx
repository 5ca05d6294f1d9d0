import type { AttemptView } from '@aula/contracts';
import { IconClockHour4 } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steady } from '../../../lib/clock.js';
import { clockText } from '../../../lib/time.js';
import styles from '../../../ui/Quiz/quiz.module.css';

/** Seconds before the end at which the time left is read out; a voice at every second would drown the questions. */
const thresholds = [600, 300, 60, 15] as const;

/** A longer time is the end of the edition, not a limit of the quiz (at most a day); no clock needs to run for it. */
const longest = 86_400;

/** The time left, counted down on a clock that no setting of the device can move. Calls `onEnd` once. */
export const Timer = ({ attempt, onEnd }: { attempt: AttemptView; onEnd: () => void }) => {
  const { t } = useTranslation();
  const left = useCountdown(attempt.remainingSeconds, onEnd);
  if (left === null || left > longest) return null;
  const threshold = thresholds.findLast((seconds) => left <= seconds);
  const minutes = threshold === undefined ? 0 : threshold / 60;
  return (
    <div className={styles.timer} data-short={left <= 60 || undefined}>
      <IconClockHour4 size={20} aria-hidden />
      <span>
        {t('quiz.timeLeft')} <strong>{clockText(left)}</strong>
      </span>
      <span role="status" className={styles.hidden}>
        {left <= 0 && t('quiz.timeUp')}
        {left > 0 &&
          threshold !== undefined &&
          (minutes >= 1 ? t('quiz.minutesLeft', { count: minutes }) : t('quiz.secondsLeft', { count: threshold }))}
      </span>
    </div>
  );
};

const useCountdown = (seconds: number | null, onEnd: () => void): number | null => {
  const [end] = useState(() => (seconds === null ? null : steady() + seconds * 1_000));
  const [left, setLeft] = useState(seconds);
  const act = useEffectEvent(onEnd);
  useEffect(() => {
    if (end === null) return;
    const timer = setInterval(() => {
      const rest = (end - steady()) / 1_000;
      setLeft(Math.max(0, rest));
      if (rest > 0) return;
      clearInterval(timer);
      act();
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, [end]);
  return left;
};
