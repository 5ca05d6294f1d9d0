import type { MergeableField, PersonView } from '@aula/contracts';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames } from '../../lib/local-text.js';
import styles from './people.module.css';

const fields = [
  'givenName',
  'familyName',
  'email',
  'externalId',
  'birthYear',
  'sex',
  'country',
  'institutionId',
  'rank',
  'language',
] as const satisfies readonly MergeableField[];

/** What the two accounts do not say alike. */
export const differing = (kept: PersonView, merged: PersonView): MergeableField[] =>
  fields.filter((field) => kept[field] !== merged[field]);

/** What the account that stays does not know and the other does. */
export const suggested = (kept: PersonView, merged: PersonView): MergeableField[] =>
  differing(kept, merged).filter((field) => kept[field] === null);

interface Props {
  kept: PersonView;
  merged: PersonView;
  take: readonly MergeableField[];
  onTake: (take: MergeableField[]) => void;
}

/** For every value that differs, which of the two is kept. */
export const MergeValues = ({ kept, merged, take, onTake }: Props) => {
  const { t } = useTranslation();
  const shown = useShown();
  return (
    <div className={styles.values}>
      {differing(kept, merged).map((field) => (
        <Radio.Group
          key={field}
          label={t(`institution.merge.field.${field}`)}
          value={take.includes(field) ? 'merged' : 'kept'}
          onChange={(value) => {
            onTake(value === 'merged' ? [...take, field] : take.filter((each) => each !== field));
          }}
        >
          <div className={styles.value}>
            <Radio value="kept" label={shown(kept, field)} description={t('institution.merge.fromKept')} />
            <Radio value="merged" label={shown(merged, field)} description={t('institution.merge.fromMerged')} />
          </div>
        </Radio.Group>
      ))}
    </div>
  );
};

const useShown = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (person: PersonView, field: MergeableField): string => {
    const none = t('institution.merge.nothing');
    if (field === 'institutionId') return person.institution ?? none;
    if (field === 'country') return person.country ? countryName(person.country, language) : none;
    if (field === 'language') return languageNames[person.language];
    return String(person[field] ?? none);
  };
};
