import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../lib/local-text.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { tagsQuery } from './api.js';
import styles from './teach.module.css';

/** Which questions of a bank are shown; what is absent limits nothing. */
export interface BankFilter {
  q?: string;
  kind?: string;
  tag?: string;
  missing?: string;
  state?: string;
}
const kinds = ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer', 'essay'] as const;

interface Props {
  bankId: string;
  filter: BankFilter;
  onFilter: (filter: BankFilter) => void;
}

export const BankFilters = ({ bankId, filter, onFilter }: Props) => {
  const { t } = useTranslation();
  const tags = useQuery(tagsQuery(bankId)).data?.items ?? [];
  const any = { value: '', label: t('bank.filter.any') };
  const select = (name: 'kind' | 'tag' | 'missing' | 'state', data: { value: string; label: string }[]) => (
    <NativeSelect
      label={t(`bank.filter.${name}`)}
      value={filter[name] ?? ''}
      data={data}
      onChange={(event) => {
        onFilter({ ...filter, [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('bank.filter.search')}
        onSearch={(q) => {
          onFilter({ ...filter, q });
        }}
      />
      {select('kind', [any, ...kinds.map((kind) => ({ value: kind, label: t(`teach.question.kind.${kind}`) }))])}
      {select('tag', [any, ...tags.map(({ tag, questions }) => ({ value: tag, label: `${tag} (${String(questions)})` }))])}
      {select('missing', [
        { value: '', label: t('bank.filter.anyLanguage') },
        ...languages.map((each) => ({ value: each, label: languageNames[each] })),
      ])}
      {select('state', [
        { value: '', label: t('bank.filter.active') },
        { value: 'retired', label: t('bank.filter.retired') },
      ])}
    </div>
  );
};
