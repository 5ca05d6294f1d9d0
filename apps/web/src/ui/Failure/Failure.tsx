import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { otherErrors } from '../../lib/form-errors.js';
import { useLine } from '../../lib/line.js';
import { Refusal } from '../../lib/problem.js';
import { Notice } from '../Notice/Notice.js';

/** No answer came, or a part of the application did not load. */
const isSilence = (reason: unknown): boolean => (reason instanceof Refusal ? reason.status === 0 : reason instanceof TypeError);

/** The sentence for what went wrong: the server's own, or ours where no answer came. */
export const useProblemText = (): ((reason: unknown) => string) => {
  const { t } = useTranslation();
  const up = useLine();
  return (reason) => {
    if (!up && isSilence(reason)) return t('ui.line.needed');
    if (!(reason instanceof Refusal)) return t('ui.failure.unexpected');
    if (reason.status === 0) return t('ui.failure.offline');
    return reason.detail || t('ui.failure.unavailable');
  };
};

interface Props {
  reason: unknown;
  /** Offered only where a second try may help: not for what is missing or forbidden. */
  onRetry?: () => unknown;
  /** Fields that show their own message; what the refusal says about other places is listed here. */
  fields?: readonly string[];
}

/** What went wrong, in words, and the way to try again. */
export const Failure = ({ reason, onRetry, fields = [] }: Props) => {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const needsLine = !useLine() && isSilence(reason); // known, and no fault of anybody
  const others = otherErrors(reason, fields);
  return (
    <Notice tone={needsLine ? 'care' : 'bad'} role="alert">
      <p>{textOf(reason)}</p>
      {others.length > 0 && (
        <ul>
          {others.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {reason instanceof Refusal && reason.requestId && reason.status >= 500 && (
        <small>{t('ui.failure.reference', { id: reason.requestId })}</small>
      )}
      {onRetry && !(reason instanceof Refusal && !reason.passing) && (
        <Button size="xs" variant="default" onClick={() => void onRetry()}>
          {t('ui.failure.retry')}
        </Button>
      )}
    </Notice>
  );
};
