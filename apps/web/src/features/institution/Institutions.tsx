import { useQuery } from '@tanstack/react-query';
import { IconBuildingBank } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty/Empty.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { InstitutionTree } from './InstitutionTree.js';
import { NewInstitution } from './NewInstitution.js';
import { treeQuery } from './people-api.js';

/** The tree of institutions. */
export const Institutions = () => {
  const { t } = useTranslation();
  const query = useQuery(treeQuery);
  return (
    <Page title={t('nav.institutions')} lead={t('institution.institutions.lead')}>
      <NewInstitution />
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <InstitutionTree nodes={items} />
          ) : (
            <Empty icon={<IconBuildingBank size={28} />} title={t('institution.institutions.empty')}>
              {t('institution.institutions.emptyText')}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
};
