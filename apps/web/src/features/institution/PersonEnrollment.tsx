import type { EnrollmentView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { dayText } from '../../lib/time.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';

const tones = { pending: 'plain', active: 'calm', completed: 'good', withdrawn: 'plain' } as const;

/** One course of a person. What is done about it (missing units, more time, withdrawal) stands on the learner's page, where it leads. */
export const PersonEnrollment = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, editionId, courseTitle, editionTitle, state, progress, completedAt, timeZone } = enrollment;
  const name = textIn(courseTitle, language);
  return (
    <Row
      title={
        <TextLink to="/institution/editions/$editionId/learners/$enrollmentId" params={{ editionId, enrollmentId: id }}>
          {name}
        </TextLink>
      }
      text={editionTitle}
      aside={
        <>
          <Meter share={progress} label={t('institution.roster.progressOf', { name })} slim />
          <Tag tone={tones[state]}>{t(`institution.roster.state.${state}`)}</Tag>
          {completedAt && <span>{dayText(completedAt, language, timeZone)}</span>}
        </>
      }
    />
  );
};
