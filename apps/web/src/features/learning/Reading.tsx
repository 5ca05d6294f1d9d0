import type { EnrollmentView, UnitView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languages, localeOf, pickLanguage, textIn } from '../../lib/local-text.js';
import { FileToKeep } from '../../ui/FileToKeep/FileToKeep.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Prose } from '../../ui/Prose/Prose.js';
import { Video } from '../../ui/Video/Video.js';
import { enrollmentQuery, tellProgress, unitQuery } from './api.js';
import { isDone } from './standing.js';

interface Props {
  enrollment: EnrollmentView;
  unit: EnrollmentView['units'][number];
  /** The course is open: what is read counts. */
  live: boolean;
}

/** A page, video or file; opening it is told as begun, the button at its end as done. */
export const Reading = ({ enrollment, unit, live }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(unitQuery(enrollment.courseVersionId, unit.unitId));
  const tell = useMutation({
    mutationFn: (state: 'in-progress' | 'completed') => tellProgress(enrollment.id, unit.unitId, { state }),
    onSuccess: () => client.invalidateQueries({ queryKey: enrollmentQuery(enrollment.id).queryKey }),
  });
  const { mutate } = tell;
  const begun = useRef(unit.state !== 'not-started' || !live);
  useEffect(() => {
    if (begun.current || !query.isSuccess) return;
    begun.current = true;
    mutate('in-progress');
  }, [query.isSuccess, mutate]);
  const finishing = tell.variables === 'completed';
  return (
    <>
      <Loaded query={query}>{(data) => <Body unit={data} courseId={enrollment.courseId} />}</Loaded>
      {finishing && tell.isError && <Failure reason={tell.error} />}
      {isDone(unit) && (
        <Notice tone="good" role="status">
          {t('learning.read.done')}
        </Notice>
      )}
      {!isDone(unit) && live && (
        <div>
          <Button
            size="md"
            leftSection={<IconCheck size={20} aria-hidden />}
            disabled={!query.isSuccess}
            loading={finishing && tell.isPending}
            onClick={() => {
              mutate('completed');
            }}
          >
            {t(`learning.read.action.${unit.kind === 'video' || unit.kind === 'file' ? unit.kind : 'page'}`)}
          </Button>
        </div>
      )}
    </>
  );
};

const Body = ({ unit, courseId }: { unit: UnitView; courseId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const content = pickLanguage(unit.contents, language);
  const html = pickLanguage(unit.html, language);
  const shown = languages.find((each) => unit.html?.[each] === html) ?? language;
  if (unit.kind === 'page') {
    return <Prose lang={localeOf[shown]} html={html ?? ''} />;
  }
  if (unit.kind === 'video') {
    const { fileId, url, transcript } = content ?? {};
    return <Video fileId={fileId} url={url} transcript={transcript} title={textIn(unit.title, language)} courseId={courseId} />;
  }
  if (!content?.fileId) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  return <FileToKeep fileId={content.fileId} />;
};
