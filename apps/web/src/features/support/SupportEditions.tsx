import { IconReportSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EditionList } from '../../ui/EditionList/EditionList.js';
import { TextLink } from '../../ui/Links/Links.js';

/** The editions whose learners' work the person may look into. */
export const SupportEditions = () => {
  const { t } = useTranslation();
  return (
    <EditionList
      title={t('nav.support')}
      lead={t('support.editions.lead')}
      icon={<IconReportSearch size={28} />}
      link={({ id, title }) => (
        <TextLink to="/teach/attempts" search={{ edition: id }}>
          {title}
        </TextLink>
      )}
    />
  );
};
