import type { CourseVersionView, CourseView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IconArrowBackUp, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { instantText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { courseQuery, coursesPath, versionsQuery } from './api.js';
import { CourseDifferences } from './CourseDifferences.js';
import { courseDifferencesQuery, restore } from './draft-api.js';
import styles from './authoring.module.css';

/** The versions of a course, what became different from one to another, and the way back to one. */
export const History = () => {
  const { courseId } = useParams({ from: '/in/teach/courses/$courseId/history' });
  const { t } = useTranslation();
  const language = useLanguage();
  const versions = useQuery(versionsQuery(courseId));
  return (
    <LoadedPage query={useQuery(courseQuery(courseId))}>
      {(course) => (
        <Page
          title={t('authoring.history.title')}
          over={textIn(course.title, language)}
          lead={t('authoring.history.lead')}
          back={
            <TextLink to="/teach/courses/$courseId" params={{ courseId }}>
              {textIn(course.title, language)}
            </TextLink>
          }
        >
          <Loaded query={versions}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t('teach.publishing.noVersions')} />
              ) : (
                <>
                  <Compare course={course} versions={items} />
                  <Versions course={course} versions={items} />
                </>
              )
            }
          </Loaded>
        </Page>
      )}
    </LoadedPage>
  );
};

interface Props {
  course: CourseView;
  versions: readonly CourseVersionView[];
}

const Compare = ({ course, versions }: Props) => {
  const { t } = useTranslation();
  const [from, setFrom] = useState<string>(versions[0]?.id ?? '');
  const [to, setTo] = useState<string>('draft');
  const data = [
    { value: 'draft', label: t('authoring.history.draft') },
    ...versions.map(({ id, number }) => ({ value: id, label: t('teach.courses.version', { number }) })),
  ];
  return (
    <Section title={t('authoring.history.differences')}>
      <div className={styles.pair}>
        <NativeSelect
          label={t('authoring.history.from')}
          value={from}
          data={data}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t('authoring.history.to')}
          value={to}
          data={data}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
      </div>
      <Loaded query={useQuery({ ...courseDifferencesQuery(course.id, from, to), refetchOnMount: 'always' })}>
        {(differences) => <CourseDifferences course={course} differences={differences} />}
      </Loaded>
    </Section>
  );
};

const Versions = ({ course, versions }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<CourseVersionView>();
  const act = useCreate(
    (wish: Parameters<typeof restore>[1], key) => restore(course.id, wish, key),
    async () => {
      setChosen(undefined);
      await client.invalidateQueries({ queryKey: [coursesPath] });
    },
  );
  return (
    <Section title={t('teach.publishing.versions')}>
      {act.isSuccess && (
        <Notice tone="good" role="status" title={t('authoring.history.restored')}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => {
              act.mutate({ copyId: act.data.copyId });
            }}
          >
            {t('authoring.undo')}
          </Button>
        </Notice>
      )}
      {act.isError && !chosen && <Failure reason={act.error} />}
      <Rows label={t('teach.publishing.versions')}>
        {versions.map((version) => (
          <Row
            key={version.id}
            title={t('teach.courses.version', { number: version.number })}
            text={instantText(version.publishedAt, language)}
            aside={<span>{t('teach.publishing.units', { count: version.units.length })}</span>}
            actions={
              <Button
                size="sm"
                variant="default"
                leftSection={<IconRestore size={18} aria-hidden />}
                aria-label={t('authoring.history.restoreNamed', { number: version.number })}
                onClick={() => {
                  setChosen(version);
                }}
              >
                {t('authoring.history.restore')}
              </Button>
            }
          />
        ))}
      </Rows>
      <Confirm
        opened={chosen !== undefined}
        title={t('authoring.history.restoreTitle', { number: chosen?.number ?? 0 })}
        confirm={t('authoring.history.restore')}
        busy={act.isPending}
        reason={act.error}
        onClose={() => {
          setChosen(undefined);
        }}
        onConfirm={() => {
          if (chosen) act.mutate({ versionId: chosen.id });
        }}
      >
        <p>{t('authoring.history.restoreText')}</p>
      </Confirm>
    </Section>
  );
};
