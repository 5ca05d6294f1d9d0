import type { PersonView } from '@aula/contracts';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { peoplePath } from './api.js';
import { RoleWays } from './RoleWays.js';

/** Finds the person whose roles are to be looked at. */
export const Roles = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const list = useList<PersonView>(peoplePath, { q });
  return (
    <Page title={t('nav.roles')} lead={t('administration.roles.lead')} actions={<RoleWays />}>
      <SearchField label={t('administration.roles.search')} onSearch={setQ} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconKey size={28} />} title={t('administration.roles.nobody')}>
            {t('administration.roles.nobodyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('administration.roles.people')}>
            {items.map((person) => (
              <Row
                key={person.id}
                title={
                  <TextLink to="/administration/roles/$personId" params={{ personId: person.id }}>
                    {person.givenName} {person.familyName}
                  </TextLink>
                }
                text={[person.email, person.institution].filter(Boolean).join(' · ')}
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};
