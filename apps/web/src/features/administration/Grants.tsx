import type { GrantView } from '@aula/contracts';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Page } from '../../ui/Page/Page.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { grantsPath } from './api.js';
import { roles } from './GrantForm.js';
import { GrantRows } from './GrantRows.js';
import { type PickedScope, ScopePicker, everywhere } from './ScopePicker.js';
import styles from './administration.module.css';

/** Every role that somebody holds, by role, place, person, and whether it ends soon. */
export const Grants = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [role, setRole] = useState('');
  const [ending, setEnding] = useState(false);
  const [place, setPlace] = useState<PickedScope>();
  const list = useList<GrantView>(grantsPath, {
    q,
    role,
    ending: ending || null,
    scopeKind: place && (place.kind === 'everything' || place.id) ? place.kind : null,
    scopeId: place?.id ?? null,
  });
  return (
    <Page
      title={t('administration.rights.byRole')}
      lead={t('administration.rights.byRoleLead')}
      back={<TextLink to="/administration/roles">{t('nav.roles')}</TextLink>}
    >
      <div className={styles.filters}>
        <SearchField label={t('administration.roles.search')} onSearch={setQ} />
        <NativeSelect
          label={t('administration.roles.role')}
          value={role}
          data={[
            { value: '', label: t('administration.rights.anyRole') },
            ...roles.map((each) => ({ value: each, label: t(`role.${each}`) })),
          ]}
          onChange={(event) => {
            setRole(event.currentTarget.value);
          }}
        />
      </div>
      <Checkbox
        label={t('administration.rights.endingSoon')}
        checked={ending}
        onChange={(event) => {
          setEnding(event.currentTarget.checked);
        }}
      />
      <Checkbox
        label={t('administration.rights.onePlace')}
        checked={place !== undefined}
        onChange={(event) => {
          setPlace(event.currentTarget.checked ? everywhere : undefined);
        }}
      />
      {place && <ScopePicker label={t('administration.roles.scope')} value={place} onChange={setPlace} />}
      <GrantRows list={list} label={t('administration.roles.held')} />
    </Page>
  );
};
