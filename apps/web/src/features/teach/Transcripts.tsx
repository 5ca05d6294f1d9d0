import type { CourseView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import type { Drafted } from '../../lib/use-draft.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { Captions } from './Captions.js';
import type { UnitFields } from './unit-form.js';

interface Props {
  course: Pick<CourseView, 'id' | 'languages'>;
  fields: UnitFields;
  set: Drafted<UnitFields>['set'];
}

/** What is said in a video, for who does not hear it: captions of the course's own files, and the whole in words. */
export const Transcripts = ({ course, fields, set }: Props) => {
  const { t } = useTranslation();
  const files = [...new Set(course.languages.flatMap((each) => fields.contents[each] ?? []))].filter(
    (value) => value !== '' && !value.includes('/'),
  );
  return (
    <>
      {files.map((fileId) => (
        <Captions key={fileId} courseId={course.id} fileId={fileId} />
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
