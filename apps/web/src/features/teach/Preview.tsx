import type { CourseView, Language, UnitView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, localeOf, pickLanguage, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FileToKeep } from '../../ui/FileToKeep/FileToKeep.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Nowhere } from '../../ui/Nowhere/Nowhere.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Prose } from '../../ui/Prose/Prose.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { UnitIcon } from '../../ui/UnitIcon/UnitIcon.js';
import { Video } from '../../ui/Video/Video.js';
import { courseQuery, preview } from './api.js';
import { unitQuery } from './draft-api.js';
import { QuizTrial } from './QuizTrial.js';
import styles from './authoring.module.css';

/** The language that the preview speaks: the one asked for, else the reader's, else the course's first. */
const useShown = (course: CourseView): Language => {
  const own = useLanguage();
  const { language } = useSearch({ strict: false });
  return course.languages.find((each) => each === language) ?? course.languages.find((each) => each === own) ?? course.languages[0] ?? own;
};

/** A draft as an officer will see it. Nothing is written. */
export const CoursePreview = () => {
  const { courseId } = useParams({ from: '/in/teach/courses/$courseId/preview' });
  return (
    <LoadedPage query={useQuery({ ...courseQuery(courseId), refetchOnMount: 'always' })}>
      {(course) => <CourseLook course={course} />}
    </LoadedPage>
  );
};

const CourseLook = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const shown = useShown(course);
  const units = [...(course.units ?? [])].sort((a, b) => a.position - b.position);
  return (
    <Page
      title={textIn(course.title, shown)}
      over={course.code}
      back={
        <TextLink to="/teach/courses/$courseId" params={{ courseId: course.id }}>
          {t('authoring.preview.leave')}
        </TextLink>
      }
    >
      <Frame course={course} shown={shown}>
        {course.summary && <p lang={localeOf[shown]}>{textIn(course.summary, shown)}</p>}
        <Facts facts={[[t('teach.form.hours'), count(course.hours, shown)]]} />
        <Section title={t('learning.units')}>
          {units.length === 0 ? (
            <Empty title={t('learning.noUnits')} />
          ) : (
            <Rows label={t('learning.units')} ordered>
              {units.map((unit) => (
                <Row
                  key={unit.id}
                  icon={<UnitIcon kind={unit.kind} />}
                  title={textIn(unit.title, shown)}
                  text={[t(`unit.kind.${unit.kind}`), unit.required ? '' : t('unit.optional')].filter(Boolean).join(' · ')}
                  actions={
                    <ButtonLink
                      variant="default"
                      to="/teach/courses/$courseId/preview/$unitId"
                      params={{ courseId: course.id, unitId: unit.id }}
                      search={{ language: shown }}
                      aria-label={t('learning.openNamed', { title: textIn(unit.title, shown) })}
                    >
                      {t('learning.open')}
                    </ButtonLink>
                  }
                />
              ))}
            </Rows>
          )}
        </Section>
      </Frame>
    </Page>
  );
};

/** One unit of a draft as an officer will see it. */
export const UnitPreview = () => {
  const { courseId, unitId } = useParams({ from: '/in/teach/courses/$courseId/preview/$unitId' });
  return (
    <LoadedPage query={useQuery(courseQuery(courseId))}>
      {(course) => {
        const unit = course.units?.find(({ id }) => id === unitId);
        return unit ? <UnitLook course={course} unit={unit} /> : <Nowhere />;
      }}
    </LoadedPage>
  );
};

const UnitLook = ({ course, unit }: { course: CourseView; unit: UnitView }) => {
  const { t } = useTranslation();
  const shown = useShown(course);
  const query = useQuery({ ...unitQuery(course.id, unit.id), refetchOnMount: 'always' });
  return (
    <Page
      title={textIn(unit.title, shown)}
      over={t(`unit.kind.${unit.kind}`)}
      back={
        <TextLink to="/teach/courses/$courseId/preview" params={{ courseId: course.id }} search={{ language: shown }}>
          {textIn(course.title, shown)}
        </TextLink>
      }
    >
      <Frame course={course} shown={shown}>
        <Loaded query={query}>{(data) => <Body unit={data} shown={shown} courseId={course.id} />}</Loaded>
      </Frame>
    </Page>
  );
};

/** Says on every page of the preview what it is, and in which language. */
const Frame = ({ course, shown, children }: { course: CourseView; shown: Language; children: ReactNode }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Notice tone="care" title={t('authoring.preview.title')}>
        <p>{t('authoring.preview.text')}</p>
        {course.languages.length > 1 && (
          <NativeSelect
            label={t('authoring.preview.language')}
            value={shown}
            data={course.languages.map((each) => ({ value: each, label: languageNames[each] }))}
            onChange={(event) => {
              void navigate({ to: '.', search: { language: event.currentTarget.value }, replace: true });
            }}
          />
        )}
      </Notice>
      <div className={styles.frame}>{children}</div>
    </>
  );
};

const Body = ({ unit, shown, courseId }: { unit: UnitView; shown: Language; courseId: string }) => {
  const { t } = useTranslation();
  const content = pickLanguage(unit.contents, shown);
  if (unit.kind === 'session') return <Notice>{t('authoring.preview.session')}</Notice>;
  if (!content) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  if (unit.kind === 'page') {
    const html = pickLanguage(unit.html, shown);
    const spoken = languages.find((each) => unit.html?.[each] === html) ?? shown;
    return <Prose lang={localeOf[spoken]} html={html ?? ''} />;
  }
  if (unit.kind === 'video') {
    const { fileId, url, transcript } = content;
    return <Video fileId={fileId} url={url} transcript={transcript} title={textIn(unit.title, shown)} courseId={courseId} />;
  }
  if (unit.kind === 'file' && content.fileId) return <FileToKeep fileId={content.fileId} />;
  if (unit.kind === 'scorm' && content.packageId) return <Player packageId={content.packageId} />;
  return content.quizId ? (
    <QuizTrial key={`${content.quizId} ${shown}`} id={content.quizId} shown={shown} />
  ) : (
    <Notice tone="care">{t('learning.noContent')}</Notice>
  );
};

const Player = ({ packageId }: { packageId: NonNullable<UnitView['contents']['es']>['packageId'] & string }) => {
  const { t } = useTranslation();
  const look = useMutation({
    mutationFn: preview,
    onSuccess: ({ url }) => {
      location.assign(url);
    },
  });
  return (
    <>
      <p>{t('authoring.preview.player')}</p>
      {look.isError && <Failure reason={look.error} />}
      <div>
        <Button
          loading={look.isPending || look.isSuccess}
          onClick={() => {
            look.mutate({ packageId });
          }}
        >
          {t('learning.open')}
        </Button>
      </div>
    </>
  );
};
