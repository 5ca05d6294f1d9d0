import type { CourseView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import type { Drafted } from '../../lib/use-draft.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { videoAt } from '../../ui/Video/video-address.js';
import { captionsOfAddress, captionsOfFile } from './caption-api.js';
import { Captions } from './Captions.js';
import type { UnitFields } from './unit-form.js';

interface Props {
  course: Pick<CourseView, 'id' | 'languages'>;
  fields: UnitFields;
  set: Drafted<UnitFields>['set'];
}

/** What is said in a video, for who does not hear it: captions where our player plays it, and the whole in words. */
export const Transcripts = ({ course, fields, set }: Props) => {
  const { t } = useTranslation();
  const videos = [...new Set(course.languages.flatMap((each) => fields.contents[each]?.trim() ?? []))].filter((value) => value !== '');
  return (
    <>
      {videos.map((value) => (
        <CaptionsOf key={value} courseId={course.id} value={value} several={videos.length > 1} />
      ))}
      <LanguageFields
        label={t('authoring.video.transcript')}
        name="transcript"
        long
        languages={course.languages}
        value={fields.transcripts ?? {}}
        onChange={(transcripts) => {
          set({ transcripts });
        }}
      />
    </>
  );
};

/** Captions of a file of the course, or of one elsewhere that our player plays; a foreign player shows its own alone. */
const CaptionsOf = ({ courseId, value, several }: { courseId: string; value: string; several: boolean }) => {
  const { t } = useTranslation();
  if (!value.includes('/')) return <Captions place={captionsOfFile(courseId, value)} />;
  const source = videoAt(value);
  if (!source) return null;
  if (source.kind === 'file') return <Captions place={captionsOfAddress(courseId, value)} {...(several && { name: source.url })} />;
  return (
    <Notice tone="care" title={t('authoring.video.foreign', { host: source.host })}>
      <p>{t('authoring.video.foreignText', { host: source.host })}</p>
    </Notice>
  );
};
