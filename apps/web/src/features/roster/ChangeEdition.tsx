import type { EditionChange, EditionView } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { readNumber } from '../../lib/number.js';
import { instantAt, wallAt } from '../../lib/time.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { changeEdition, editionQuery, editionsPath } from './api.js';
import styles from './roster.module.css';

/** Changes title, dates and places of an edition. */
export const ChangeEdition = () => {
  const { editionId } = useParams({ from: '/in/institution/editions/$editionId/change' });
  return <LoadedPage query={useQuery(editionQuery(editionId))}>{(edition) => <Form key={edition.id} edition={edition} />}</LoadedPage>;
};

interface Fields {
  title: string;
  opens: string;
  closes: string;
  capacity: string;
}
const fieldsOf = ({ title, opensAt, closesAt, timeZone, capacity }: EditionView): Fields => ({
  title,
  opens: wallAt(Date.parse(opensAt), timeZone),
  closes: wallAt(Date.parse(closesAt), timeZone),
  capacity: capacity === null ? '' : String(capacity),
});

/** The change, or undefined while something is missing; instants that nobody touched stay to the second. */
const changeOf = (fields: Fields, edition: EditionView): EditionChange | undefined => {
  const before = fieldsOf(edition);
  const opensAt = instantAt(fields.opens, edition.timeZone);
  const closesAt = instantAt(fields.closes, edition.timeZone);
  const capacity = fields.capacity.trim() === '' ? null : readNumber(fields.capacity);
  const title = fields.title.trim();
  if (title.length < 2 || !opensAt || !closesAt || closesAt <= opensAt) return undefined;
  if (capacity === undefined || (capacity !== null && !(Number.isInteger(capacity) && capacity > 0))) return undefined;
  return {
    ...{ title, capacity },
    ...(fields.opens === before.opens ? {} : { opensAt }),
    ...(fields.closes === before.closes ? {} : { closesAt }),
  };
};

const Form = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { editionId: edition.id };
  const draft = useDraft<Fields>(`edition.change.${edition.id}`, fieldsOf(edition));
  const { fields } = draft;
  const wish = changeOf(fields, edition);
  const act = useMutation({
    mutationFn: (change: EditionChange) => changeEdition(edition.id, change),
    onSuccess: async () => {
      draft.done();
      await client.invalidateQueries({ queryKey: [editionsPath] });
      await navigate({ to: '/institution/editions/$editionId', params });
    },
  });
  const refused = fieldErrors(act.error);
  const set = (name: keyof Fields) => (event: { currentTarget: { value: string } }) => {
    draft.set({ [name]: event.currentTarget.value });
  };
  return (
    <Page
      title={t('roster.edition.changeTitle')}
      over={edition.title}
      back={
        <TextLink to="/institution/editions/$editionId" params={params}>
          {edition.title}
        </TextLink>
      }
      narrow
    >
      <Section title={t('institution.editions.about')}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (wish) act.mutate(wish);
          }}
        >
          <Restored draft={draft} />
          <TextInput
            label={t('institution.editions.title')}
            required
            value={fields.title}
            error={refused['title']}
            onChange={set('title')}
          />
          <div className={styles.fields}>
            <TextInput
              type="datetime-local"
              label={t('institution.editions.opens')}
              description={edition.timeZone}
              required
              value={fields.opens}
              error={refused['opensAt']}
              onChange={set('opens')}
            />
            <TextInput
              type="datetime-local"
              label={t('institution.editions.closes')}
              description={edition.timeZone}
              required
              value={fields.closes}
              error={refused['closesAt'] ?? (fields.closes <= fields.opens ? t('institution.editions.missing.closes') : undefined)}
              onChange={set('closes')}
            />
          </div>
          <TextInput
            label={t('institution.editions.capacity')}
            description={t('institution.editions.capacityHint')}
            inputMode="numeric"
            value={fields.capacity}
            error={refused['capacity']}
            onChange={set('capacity')}
          />
          {act.isError && <Failure reason={act.error} fields={['title', 'opensAt', 'closesAt', 'capacity']} />}
          <div>
            <Button type="submit" disabled={!wish} loading={act.isPending}>
              {t('roster.edition.keep')}
            </Button>
          </div>
        </form>
      </Section>
    </Page>
  );
};
