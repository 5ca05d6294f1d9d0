import type { InstitutionView } from '@aula/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBuildingBank } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { useCreate } from '../../lib/use-create.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { createInstitution, institutionChoiceQuery, institutionsPath, memberStatesQuery } from './api.js';
import styles from './institution.module.css';

/** The tree of institutions. */
export const Institutions = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList<InstitutionView>(institutionsPath, { limit: 200 });
  const names = new Map(list.items.map((each) => [each.id, each.name]));
  const above = (each: InstitutionView) =>
    each.path
      .filter((id) => id !== each.id)
      .map((id) => names.get(id))
      .filter(Boolean)
      .join(' › ');
  return (
    <Page title={t('nav.institutions')} lead={t('institution.institutions.lead')}>
      <NewInstitution />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconBuildingBank size={28} />} title={t('institution.institutions.empty')}>
            {t('institution.institutions.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.institutions')}>
            {items.map((each) => (
              <Row
                key={each.id}
                icon={<IconBuildingBank size={22} />}
                title={each.name}
                text={[above(each), each.code, each.country && countryName(each.country, language)].filter(Boolean).join(' · ')}
                aside={each.people !== undefined && <span>{t('institution.institutions.people', { count: each.people })}</span>}
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const empty = { code: '', name: '', country: '', parentId: '' };

const NewInstitution = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const states = useQuery(memberStatesQuery);
  const { data } = useQuery(institutionChoiceQuery);
  const institutions: InstitutionView[] = data?.items ?? [];
  const [fields, setFields] = useState(empty);
  const create = useCreate(createInstitution, () => {
    setFields(empty);
    return client.invalidateQueries({ queryKey: [institutionsPath] });
  });
  const errors = fieldErrors(create.error);
  const set = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => {
    setFields({ ...fields, [name]: event.currentTarget.value });
  };
  return (
    <Section title={t('institution.institutions.new')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const parentId = institutions.find(({ id }) => id === fields.parentId)?.id ?? null;
          create.mutate({ code: fields.code.trim(), name: fields.name.trim(), country: fields.country, parentId });
        }}
      >
        <div className={styles.fields}>
          <TextInput
            label={t('institution.institutions.name')}
            required
            value={fields.name}
            error={errors['name']}
            onChange={set('name')}
          />
          <TextInput
            label={t('institution.institutions.code')}
            required
            value={fields.code}
            error={errors['code']}
            onChange={set('code')}
          />
          <NativeSelect
            label={t('institution.country')}
            required
            value={fields.country}
            error={errors['country']}
            data={[
              { value: '', label: t('institution.choose') },
              ...(states.data?.items ?? []).map(({ country, name }) => ({ value: country, label: textIn(name, language) })),
            ]}
            onChange={set('country')}
          />
          <NativeSelect
            label={t('institution.institutions.parent')}
            value={fields.parentId}
            error={errors['parentId']}
            data={[
              { value: '', label: t('institution.institutions.noParent') },
              ...institutions.map((each) => ({ value: each.id, label: each.name })),
            ]}
            onChange={set('parentId')}
          />
        </div>
        {create.isError && <Failure reason={create.error} fields={Object.keys(empty)} />}
        <div>
          <Button type="submit" variant="default" loading={create.isPending}>
            {t('institution.institutions.create')}
          </Button>
        </div>
      </form>
    </Section>
  );
};
