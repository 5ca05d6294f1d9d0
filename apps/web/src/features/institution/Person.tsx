import type { EnrollmentView, PersonView } from '@aula/contracts';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useList } from '../../lib/pages.js';
import { mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { enrollmentsPath, invite, personQuery, setPassword } from './api.js';
import { FactorReset } from './FactorReset.js';
import { MergedNotice, Merges } from './Merged.js';
import { PersonDetails } from './PersonDetails.js';
import { PersonEnrollment } from './PersonEnrollment.js';
import { Suspension } from './Suspension.js';
import styles from './institution.module.css';

/** One person: who they are, what they are enrolled in, how they get in. */
export const Person = () => {
  const { personId } = useParams({ from: '/in/institution/people/$personId' });
  return <LoadedPage query={useQuery(personQuery(personId))}>{(person) => <PersonPage key={person.id} person={person} />}</LoadedPage>;
};

const PersonPage = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const administrator = mayEnter(useMe(), 'administration');
  return (
    <Page
      title={`${person.givenName} ${person.familyName}`}
      over={t('institution.person.one')}
      back={<TextLink to="/institution/people">{t('nav.people')}</TextLink>}
      actions={
        administrator && (
          <ButtonLink variant="default" to="/administration/roles/$personId" params={{ personId: person.id }}>
            {t('institution.person.roles')}
          </ButtonLink>
        )
      }
    >
      {person.mergedInto && <MergedNotice person={person} />}
      <PersonDetails person={person} />
      {!person.mergedInto && <Suspension person={person} />}
      {person.active && <Access person={person} administrator={administrator} />}
      <Enrollments personId={person.id} />
      <Merges person={person} />
    </Page>
  );
};

const Enrollments = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const list = useList<EnrollmentView>(enrollmentsPath, { personId });
  return (
    <Section title={t('institution.person.enrollments')} plain>
      <LoadedList
        list={list}
        empty={
          <Empty
            title={t('institution.person.notEnrolled')}
            action={<ButtonLink to="/institution/editions">{t('institution.person.toEditions')}</ButtonLink>}
          />
        }
      >
        {(items) => (
          <Rows label={t('institution.person.enrollments')}>
            {items.map((each) => (
              <PersonEnrollment key={each.id} enrollment={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};

const Access = ({ person, administrator }: { person: PersonView; administrator: boolean }) => {
  const { t } = useTranslation();
  const me = useMe();
  const send = useMutation({ mutationFn: () => invite(person.id) });
  return (
    <Section title={t('institution.access.title')}>
      <p>{t('institution.access.text')}</p>
      {send.isError && <Failure reason={send.error} />}
      {send.isSuccess && (
        <Notice tone="good" role="status">
          {t('institution.access.sent', { email: person.email })}
        </Notice>
      )}
      <div>
        <Button
          variant="default"
          loading={send.isPending}
          onClick={() => {
            send.mutate();
          }}
        >
          {t('institution.access.send')}
        </Button>
      </div>
      {administrator && (
        <>
          <NewPassword personId={person.id} />
          {me?.person.id !== person.id && <FactorReset personId={person.id} />}
        </>
      )}
    </Section>
  );
};

const NewPassword = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const [password, setText] = useState('');
  const save = useMutation({
    mutationFn: () => setPassword(personId, { password }),
    onSuccess: () => {
      setText('');
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <PasswordInput
        label={t('institution.access.password')}
        description={t('account.passwordRule')}
        autoComplete="new-password"
        required
        minLength={12}
        className={styles.short ?? ''}
        value={password}
        error={fieldErrors(save.error)['password']}
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword'), tabIndex: 0 }}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      {save.isError && <Failure reason={save.error} fields={['password']} />}
      {save.isSuccess && (
        <Notice tone="good" role="status">
          {t('institution.access.passwordSet')}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('institution.access.setPassword')}
        </Button>
      </div>
    </form>
  );
};
