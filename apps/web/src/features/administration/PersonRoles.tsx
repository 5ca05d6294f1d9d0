import type { GrantView, PersonView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { grantsPath, personQuery, removeGrant } from './api.js';
import { GrantForm } from './GrantForm.js';
import { GrantWords } from './GrantWords.js';
import { PersonRights } from './PersonRights.js';

/** The roles of one person: what they may do, and where. */
export const PersonRoles = () => {
  const { personId } = useParams({ from: '/in/administration/roles/$personId' });
  return <LoadedPage query={useQuery(personQuery(personId))}>{(person) => <RolesPage key={person.id} person={person} />}</LoadedPage>;
};

const RolesPage = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={`${person.givenName} ${person.familyName}`}
      over={t('nav.roles')}
      lead={person.email}
      back={<TextLink to="/administration/roles">{t('nav.roles')}</TextLink>}
      narrow
    >
      <Grants person={person} />
      <Section title={t('administration.roles.add')}>
        <GrantForm personId={person.id} />
      </Section>
      <PersonRights personId={person.id} />
    </Page>
  );
};

const Grants = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useList<GrantView>(grantsPath, { personId: person.id });
  const [doomed, setDoomed] = useState<GrantView>();
  const remove = useMutation({
    mutationFn: removeGrant,
    onSuccess: async () => {
      setDoomed(undefined);
      await client.invalidateQueries({ queryKey: [grantsPath] });
    },
  });
  return (
    <>
      <LoadedList list={list} empty={<Empty title={t('administration.roles.none')}>{t('administration.roles.noneText')}</Empty>}>
        {(items) => (
          <Rows label={t('administration.roles.held')}>
            {items.map((grant) => (
              <Row
                key={grant.id}
                title={t(`role.${grant.role}`)}
                text={<GrantWords grant={grant} />}
                actions={
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('administration.roles.removeNamed', { role: t(`role.${grant.role}`) })}
                    onClick={() => {
                      setDoomed(grant);
                    }}
                  >
                    {t('administration.roles.remove')}
                  </Button>
                }
              />
            ))}
          </Rows>
        )}
      </LoadedList>
      <Confirm
        opened={doomed !== undefined}
        title={t('administration.roles.removeTitle')}
        confirm={t('administration.roles.remove')}
        harmful
        busy={remove.isPending}
        reason={remove.error}
        onClose={() => {
          setDoomed(undefined);
        }}
        onConfirm={() => {
          if (doomed) remove.mutate(doomed.id);
        }}
      >
        <p>{t('administration.roles.removeText')}</p>
      </Confirm>
    </>
  );
};
