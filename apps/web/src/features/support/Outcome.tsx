import type { RuntimeClaim } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag/Tag.js';

const completions = { completed: 'good', incomplete: 'calm', 'not attempted': 'plain', unknown: 'plain' } as const;
const successes = { passed: 'good', failed: 'bad', unknown: 'plain' } as const;
const completionKeys = {
  completed: 'support.result.completed',
  incomplete: 'support.result.incomplete',
  'not attempted': 'support.result.notAttempted',
  unknown: 'support.result.incomplete',
} as const;

/** What an attempt, or a part of it, has come to, in words. */
export const Outcome = ({ result }: { result: Pick<RuntimeClaim, 'completion' | 'success'> }) => {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone={completions[result.completion]}>{t(completionKeys[result.completion])}</Tag>
      {result.success !== 'unknown' && <Tag tone={successes[result.success]}>{t(`support.result.${result.success}`)}</Tag>}
    </>
  );
};
