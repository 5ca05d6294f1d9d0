import type { GrantView, RightList } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page } from '../../ui/Page/Page.js';
import { grantsPath, rightsQuery } from './api.js';
import { GrantRows } from './GrantRows.js';
import { areas } from './PersonRights.js';
import { type PickedScope, ScopePicker, everywhere, isComplete } from './ScopePicker.js';

/** Who may do something at a place, and through which role. */
export const Holders = () => <LoadedPage query={useQuery(rightsQuery)}>{({ items }) => <HoldersPage rights={items} />}</LoadedPage>;

const HoldersPage = ({ rights }: { rights: RightList['items'] }) => {
  const { t } = useTranslation();
  const [right, setRight] = useState<string>('course.author');
  const [scope, setScope] = useState<PickedScope>(everywhere);
  const list = useList<GrantView>(grantsPath, {
    right,
    scopeKind: scope.kind !== 'everything' && isComplete(scope) ? scope.kind : null,
    scopeId: scope.id,
  });
  return (
    <Page
      title={t('administration.rights.whoMay')}
      lead={t('administration.rights.whoMayLead')}
      back={<TextLink to="/administration/roles">{t('nav.roles')}</TextLink>}
    >
      <NativeSelect
        label={t('administration.rights.right')}
        value={right}
        data={areas
          .map((area) => ({
            group: t(`administration.rights.area.${area}`),
            items: rights
              .filter((each) => each.area === area && each.byRole)
              .map((each) => ({ value: each.right, label: t(`administration.rights.name.${each.right}`) })),
          }))
          .filter(({ items }) => items.length > 0)}
        onChange={(event) => {
          setRight(event.currentTarget.value);
        }}
      />
      <ScopePicker label={t('administration.rights.where')} value={scope} onChange={setScope} />
      <GrantRows list={list} label={t('administration.rights.whoMay')} />
    </Page>
  );
};
