import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EditionList } from '../../ui/EditionList/EditionList.js';
import { TextLink } from '../../ui/Links/Links.js';

/** The editions whose results the person may see. */
export const ResultEditions = () => {
  const { t } = useTranslation();
  return (
    <EditionList
      title={t('nav.results')}
      lead={t('results.lead')}
      icon={<IconChartBar size={28} />}
      link={({ id, title }) => (
        <TextLink to="/teach/results/$editionId" params={{ editionId: id }}>
          {title}
        </TextLink>
      )}
    />
  );
};
