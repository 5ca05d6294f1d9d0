import type { MergePreview } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';

const states = ['pending', 'active', 'completed', 'withdrawn'] as const;

/** What moves to the account that stays, what is set aside, and by which rule. */
export const MergeMoves = ({ preview }: { preview: MergePreview }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const numbers = ['enrollments', 'attempts', 'credentials'] as const;
  const grants = [...new Set(preview.grants.map(({ role }) => t(`role.${role}`)))];
  return (
    <Section title={t('institution.merge.moves')}>
      <Facts short facts={numbers.map((name) => [t(`institution.merge.number.${name}`), count(preview[name], language)] as const)} />
      {preview.both.length > 0 && (
        <>
          <p>{t('institution.merge.rule')}</p>
          <Rows label={t('institution.merge.both')}>
            {preview.both.map((each) => (
              <Both key={each.title} both={each} />
            ))}
          </Rows>
        </>
      )}
      {grants.length > 0 && (
        <Notice tone="care" title={t('institution.merge.grants')}>
          <p>{t('institution.merge.grantsText', { roles: new Intl.ListFormat(language).format(grants) })}</p>
        </Notice>
      )}
    </Section>
  );
};

const Both = ({ both }: { both: MergePreview['both'][number] }) => {
  const { t } = useTranslation();
  const stateOf = (state: string): string => {
    const known = states.find((each) => each === state);
    return known ? t(`institution.roster.state.${known}`) : state;
  };
  return (
    <Row
      title={both.title}
      text={t('institution.merge.bothStates', { kept: stateOf(both.keptState), merged: stateOf(both.mergedState) })}
      aside={t(`institution.merge.counts.${both.counts}`)}
    />
  );
};
