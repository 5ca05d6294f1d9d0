import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../../lib/clock.js';
import { fieldErrors } from '../../lib/form-errors.js';
import { editions, institutions, publishedCourses, thingQuery } from '../../lib/things.js';
import { ownZone, zones } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { editionsPath, openEdition } from './api.js';
import { type EditionFields, type EditionMissing, copyOf, emptyEdition, modes, wishOf } from './edition-form.js';
import styles from './institution.module.css';

/** Opens an edition of a published course. */
export const NewEdition = () => {
  const { t } = useTranslation();
  const { course = '', copy } = useSearch({ from: '/in/institution/editions/new' });
  const [empty] = useState(() => emptyEdition(course, now(), ownZone()));
  return (
    <Page title={t('institution.editions.new')} back={<TextLink to="/institution/editions">{t('nav.editions')}</TextLink>} narrow>
      {copy === undefined ? <Form thing={`edition.new.${course}`} initial={empty} /> : <Copy id={copy} />}
    </Page>
  );
};

const served = { opens: 'opensAt', closes: 'closesAt', courseId: 'courseVersionId', title: 'title', capacity: 'capacity' } as const;

/** What the former edition was, but for its dates, which the person moves. */
const Copy = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(thingQuery(editions, id))}>
      {(former) => (
        <>
          <Notice role="status">{t('institution.editions.copied', { title: former.title })}</Notice>
          <Form thing={`edition.copy.${id}`} initial={copyOf(former)} />
        </>
      )}
    </Loaded>
  );
};

const Form = ({ thing, initial }: { thing: string; initial: EditionFields }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft(thing, initial);
  const { fields } = draft;
  const [missing, setMissing] = useState<EditionMissing[]>([]);
  const create = useCreate(openEdition, async ({ id }) => {
    draft.done();
    await client.invalidateQueries({ queryKey: [editionsPath] });
    await navigate({ to: '/institution/editions/$editionId', params: { editionId: id } });
  });
  const refused = fieldErrors(create.error);
  const errorAt = (field: EditionMissing) =>
    missing.includes(field) ? t(`institution.editions.missing.${field}`) : refused[served[field]];
  const set = (name: keyof EditionFields) => (event: { currentTarget: { value: string } }) => {
    draft.set({ [name]: event.currentTarget.value });
  };
  return (
    <Section title={t('institution.editions.about')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const read = wishOf(fields);
          setMissing('missing' in read ? read.missing : []);
          if ('wish' in read) create.mutate(read.wish);
        }}
      >
        <Restored draft={draft} />
        <Choice
          things={publishedCourses}
          label={t('institution.editions.course')}
          required
          value={fields.courseId}
          error={errorAt('courseId')}
          none={t('institution.choose')}
          onChange={(picked) => {
            draft.set({ courseId: picked?.id ?? '' });
          }}
        />
        <TextInput
          label={t('institution.editions.title')}
          description={t('institution.editions.titleHint')}
          required
          value={fields.title}
          error={errorAt('title')}
          onChange={set('title')}
        />
        <NativeSelect
          label={t('institution.editions.modeLabel')}
          value={fields.mode}
          data={modes.map((mode) => ({ value: mode, label: t(`institution.editions.mode.${mode}`) }))}
          onChange={set('mode')}
        />
        <div className={styles.fields}>
          <TextInput
            type="datetime-local"
            label={t('institution.editions.opens')}
            required
            value={fields.opens}
            error={errorAt('opens')}
            onChange={set('opens')}
          />
          <TextInput
            type="datetime-local"
            label={t('institution.editions.closes')}
            required
            value={fields.closes}
            error={errorAt('closes')}
            onChange={set('closes')}
          />
        </div>
        <NativeSelect
          label={t('institution.editions.timeZone')}
          description={t('institution.editions.timeZoneHint')}
          value={fields.timeZone}
          data={[...new Set([fields.timeZone, ...zones()])]}
          onChange={set('timeZone')}
        />
        <TextInput
          label={t('institution.editions.capacity')}
          description={t('institution.editions.capacityHint')}
          inputMode="numeric"
          value={fields.capacity}
          error={errorAt('capacity')}
          onChange={set('capacity')}
        />
        <Choice
          things={institutions}
          label={t('institution.editions.for')}
          description={t('institution.editions.forHint')}
          value={fields.institutionId ?? ''}
          error={refused['institutionId']}
          none={t('institution.editions.forAll')}
          onChange={(picked) => {
            draft.set({ institutionId: picked?.id ?? null });
          }}
        />
        {create.isError && <Failure reason={create.error} fields={[...Object.values(served), 'institutionId']} />}
        <div>
          <Button type="submit" loading={create.isPending}>
            {t('institution.editions.create')}
          </Button>
        </div>
      </form>
    </Section>
  );
};
