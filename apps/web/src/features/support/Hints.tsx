import type { PlausibilityHint } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { durationText } from './duration.js';

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
      <p>{t(`support.hint.why.${hint.code}`, places)}</p>
    </Notice>
  );
};
