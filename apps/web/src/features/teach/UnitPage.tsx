import type { CourseView, UnitView } from '@aula/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn, trimText } from '../../lib/local-text.js';
import { useDraft } from '../../lib/use-draft.js';
import { useLeaveWarning } from '../../lib/use-leave-warning.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Waiting } from '../../ui/Waiting/Waiting.js';
import { Nowhere } from '../../ui/Nowhere/Nowhere.js';
import { changeUnit, courseQuery } from './api.js';
import { type Apart, Conflict } from './Conflict.js';
import { unitQuery } from './draft-api.js';
import { SaveState } from './SaveState.js';
import styles from './teach.module.css';
import { type UnitFields as Fields, unitFieldsOf, unitOf } from './unit-form.js';
import { unitDraft } from './UnitEditor.js';
import { UnitFields } from './UnitFields.js';
import { useAutosave } from './use-autosave.js';

/** One unit of a draft, saved while it is typed. */
export const UnitPage = () => {
  const { courseId, unitId } = useParams({ from: '/in/teach/courses/$courseId/units/$unitId' });
  const query = useQuery({ ...courseQuery(courseId), staleTime: 0, refetchOnMount: 'always' });
  // what an earlier visit left in the cache may be older than what was saved then
  if (!query.isFetchedAfterMount) return <Waiting />;
  return (
    <LoadedPage query={query}>
      {(course) => {
        const unit = course.units?.find(({ id }) => id === unitId);
        return unit?.revision === undefined ? <Nowhere /> : <Editor key={unit.id} course={course} unit={unit} />;
      }}
    </LoadedPage>
  );
};

const readOf = (unit: UnitView) => ({ fields: unitFieldsOf(unit), revision: unit.revision });

const Editor = ({ course, unit }: { course: CourseView; unit: UnitView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const apart = useApart();
  const draft = useDraft<Fields>(unitDraft(course.id, unit), unitFieldsOf(unit));
  const read = unitOf(draft.fields, course);
  const saving = useAutosave<Fields>({
    draft,
    initial: readOf(unit),
    ready: !('missing' in read && read.missing.includes('title')),
    readTheirs: (current) => readOf(current as UnitView),
    send: async (fields, ground) => {
      const wish = unitOf(fields, course);
      const { title, required, contents } = 'unit' in wish ? wish.unit : { ...fields, title: trimText(fields.title), contents: {} };
      const saved = await changeUnit(
        course.id,
        unit.id,
        { ...(title && { title }), required, ...(contents && { contents }) },
        ground.revision,
      );
      client.setQueryData(unitQuery(course.id, unit.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: courseQuery(course.id).queryKey, refetchType: 'none' });
      return saved.revision;
    },
  });
  useLeaveWarning(saving.state !== 'saved');
  return (
    <Page
      title={textIn(unit.title, language)}
      over={t(`unit.kind.${unit.kind}`)}
      back={
        <TextLink to="/teach/courses/$courseId" params={{ courseId: course.id }}>
          {textIn(course.title, language)}
        </TextLink>
      }
      actions={<SaveState state={saving.state} />}
    >
      {saving.theirs && (
        <Conflict apart={apart(draft.fields, saving.theirs.fields)} onMine={saving.keepMine} onTheirs={saving.takeTheirs} />
      )}
      <Section title={t('teach.units.edit')}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            saving.saveNow().catch(() => undefined); // the page says why
          }}
        >
          {!saving.theirs && <Restored draft={draft} />}
          <UnitFields
            course={course}
            draft={draft}
            errors={{
              ...fieldErrors(saving.error),
              ...(saving.state === 'incomplete' ? { title: t('teach.form.missing.title') } : {}),
            }}
            empty={false}
          />
          {saving.error && <Failure reason={saving.error} fields={['title']} />}
          <p className={styles.quiet}>{t('authoring.save.about')}</p>
          <div className={styles.buttons}>
            <Button
              loading={saving.state === 'saving'}
              onClick={() =>
                saving.saveNow().then(
                  () => navigate({ to: '/teach/courses/$courseId', params: { courseId: course.id } }),
                  () => undefined, // the page says why
                )
              }
            >
              {t('authoring.save.back')}
            </Button>
          </div>
        </form>
      </Section>
    </Page>
  );
};

/** Where one's own words and those of somebody else are not the same. */
const useApart = (): ((mine: Fields, theirs: Fields) => Apart[]) => {
  const { t } = useTranslation();
  const parts = [
    ['title', t('teach.form.title')],
    ['contents', t('teach.units.content')],
    ['transcripts', t('authoring.video.transcript')],
  ] as const;
  const wordOf = ({ required }: Fields): string => t(required ? 'teach.units.required' : 'unit.optional');
  return (mine, theirs) =>
    [
      ...parts.flatMap(([part, label]) =>
        languages.map((language) => ({
          label: t('ui.inLanguage', { label, language: languageNames[language] }),
          mine: mine[part]?.[language] ?? '',
          theirs: theirs[part]?.[language] ?? '',
        })),
      ),
      { label: t('teach.units.isRequired'), mine: wordOf(mine), theirs: wordOf(theirs) },
    ].filter((each) => each.mine !== each.theirs);
};
