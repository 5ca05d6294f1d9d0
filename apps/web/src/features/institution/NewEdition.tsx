import type { CourseView } from '@aula/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../../lib/clock.js';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { ownZone, zones } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { createEdition, editionsPath, institutionChoiceQuery, publishedCoursesQuery } from './api.js';
import { type EditionFields, type EditionMissing, editionOf, emptyEdition, modes } from './edition-form.js';
import styles from './institution.module.css';

/** Opens an edition of a published course. */
export const NewEdition = () => {
  const { t } = useTranslation();
  const courses = useQuery(publishedCoursesQuery(''));
  return (
    <Page title={t('institution.editions.new')} back={<TextLink to="/institution/editions">{t('nav.editions')}</TextLink>} narrow>
      <Loaded query={courses}>{({ items }) => <Form courses={items.filter(({ version }) => version !== null)} />}</Loaded>
    </Page>
  );
};

const served = { opens: 'opensAt', closes: 'closesAt', courseId: 'courseVersionId', title: 'title', capacity: 'capacity' } as const;

const Form = ({ courses }: { courses: CourseView[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { course = '' } = useSearch({ from: '/in/institution/editions/new' });
  const draft = useDraft<EditionFields>(`edition.new.${course}`, emptyEdition(course, now(), ownZone()));
  const { fields } = draft;
  const [missing, setMissing] = useState<EditionMissing[]>([]);
  const institutions = useQuery(institutionChoiceQuery).data?.items ?? [];
  const create = useCreate(createEdition, async ({ id }) => {
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
          const read = editionOf(fields, courses, institutions);
          setMissing('missing' in read ? read.missing : []);
          if ('edition' in read) create.mutate(read.edition);
        }}
      >
        <Restored draft={draft} />
        <NativeSelect
          label={t('institution.editions.course')}
          required
          value={fields.courseId}
          error={errorAt('courseId')}
          data={[
            { value: '', label: t('institution.choose') },
            ...courses.map((each) => ({ value: each.id, label: `${each.code} · ${textIn(each.title, language)}` })),
          ]}
          onChange={set('courseId')}
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
        <NativeSelect
          label={t('institution.editions.for')}
          description={t('institution.editions.forHint')}
          value={fields.institutionId}
          error={refused['institutionId']}
          data={[
            { value: '', label: t('institution.editions.forAll') },
            ...institutions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={set('institutionId')}
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
