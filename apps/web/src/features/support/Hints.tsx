import type { PlausibilityHint, RuntimeClaim } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { durationText } from './duration.js';
import { Outcome } from './Outcome.js';

/** Reasons to ask how an attempt came about, each with its numbers. */
export const Hints = ({ hints }: { hints: readonly PlausibilityHint[] }) => {
  const { t } = useTranslation();
  if (hints.length === 0) return null;
  return (
    <Section title={t('support.hint.title')}>
      <p>{t('support.hint.text')}</p>
      {hints.map((hint) => (
        <Hint key={hint.code} hint={hint} />
      ))}
    </Section>
  );
};

const Hint = ({ hint }: { hint: PlausibilityHint }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const places = {
    time: durationText(hint.seconds ?? 0, language),
    median: durationText(hint.median ?? 0, language),
    shown: count(hint.others ?? 0, language),
  };
  return (
    <Notice tone="care" title={t(`support.hint.short.${hint.code}`)}>
      <p>{t(hint.code === 'differs' && !hint.claimed ? 'support.hint.unclaimed' : `support.hint.why.${hint.code}`, places)}</p>
      {hint.claimed && <Claim who={t('support.hint.claimed')} claim={hint.claimed} />}
      {hint.found && <Claim who={t('support.hint.found')} claim={hint.found} />}
    </Notice>
  );
};

/** What a part has come to, in somebody's word. */
const Claim = ({ who, claim }: { who: string; claim: RuntimeClaim }) => {
  const language = useLanguage();
  return (
    <p>
      {who} <Outcome result={claim} />
      {claim.scaled !== null && ` ${percent(claim.scaled, language)}`}
    </p>
  );
};
