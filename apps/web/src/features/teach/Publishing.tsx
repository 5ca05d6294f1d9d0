import type { CourseView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconRocket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { instantText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { coursesPath, publish, versionsQuery } from './api.js';

/** Publishing a version, which never changes again, and the versions so far. */
export const Publishing = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  const act = useCreate(
    (courseId: string, key) => publish(courseId, key),
    () => client.invalidateQueries({ queryKey: [coursesPath] }),
  );
  const empty = (course.units ?? []).length === 0;
  return (
    <Section title={t('teach.publishing.title')}>
      <p>{t('teach.publishing.text')}</p>
      {course.authoring?.reviewRequired && course.authoring.review !== 'approved' && (
        <Notice tone="care" title={t('authoring.review.needed')}>
          <ButtonLink size="xs" variant="default" to="/teach/courses/$courseId/review" params={{ courseId: course.id }}>
            {t('authoring.review.title')}
          </ButtonLink>
        </Notice>
      )}
      {act.isError && <Failure reason={act.error} />}
      {act.isSuccess && (
        <Notice tone="good" role="status" title={t('teach.publishing.done', { number: act.data.number })}>
          {mayEnter(me, 'institution') && (
            <ButtonLink size="xs" variant="default" to="/institution/editions/new" search={{ course: course.id }}>
              {t('teach.publishing.openEdition')}
            </ButtonLink>
          )}
        </Notice>
      )}
      <div>
        <Button
          leftSection={<IconRocket size={18} aria-hidden />}
          loading={act.isPending}
          disabled={empty}
          onClick={() => {
            act.mutate(course.id);
          }}
        >
          {t('teach.publishing.action')}
        </Button>
      </div>
      {empty && <p>{t('teach.publishing.noUnits')}</p>}
      <Versions courseId={course.id} />
    </Section>
  );
};

const Versions = ({ courseId }: { courseId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Loaded query={useQuery(versionsQuery(courseId))}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('teach.publishing.noVersions')} />
        ) : (
          <Rows label={t('teach.publishing.versions')}>
            {items.map((version) => (
              <Row
                key={version.id}
                title={t('teach.courses.version', { number: version.number })}
                text={instantText(version.publishedAt, language)}
                aside={<span>{t('teach.publishing.units', { count: version.units.length })}</span>}
              />
            ))}
          </Rows>
        )
      }
    </Loaded>
  );
};
