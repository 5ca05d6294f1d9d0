import type { EnrollmentView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { allows, mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { dayText } from '../../lib/time.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { WithdrawButton } from './WithdrawButton.js';

const tones = { pending: 'plain', active: 'calm', completed: 'good', withdrawn: 'plain' } as const;

/** One enrollment in a roster (named by person) or on a person's page (named by course). */
export const RosterRow = ({ enrollment, by }: { enrollment: EnrollmentView; by: 'person' | 'course' }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const supports = mayEnter(useMe(), 'teach');
  const { person } = enrollment;
  const name = person ? `${person.givenName} ${person.familyName}` : enrollment.personId;
  const title =
    by === 'person' ? (
      <TextLink to="/institution/people/$personId" params={{ personId: enrollment.personId }}>
        {name}
      </TextLink>
    ) : (
      <TextLink to="/institution/editions/$editionId" params={{ editionId: enrollment.editionId }}>
        {textIn(enrollment.courseTitle, language)}
      </TextLink>
    );
  return (
    <Row
      title={title}
      text={by === 'person' ? person?.institution : enrollment.editionTitle}
      aside={
        <>
          <Meter share={enrollment.progress} label={t('institution.roster.progressOf', { name })} slim />
          <Tag tone={tones[enrollment.state]}>{t(`institution.roster.state.${enrollment.state}`)}</Tag>
          {enrollment.completedAt && <span>{dayText(enrollment.completedAt, language, enrollment.timeZone)}</span>}
        </>
      }
      actions={
        <>
          {supports && (
            <TextLink to="/teach/attempts" search={{ enrollment: enrollment.id }} aria-label={t('institution.roster.workOf', { name })}>
              {t('institution.roster.work')}
            </TextLink>
          )}
          {allows(enrollment, 'enrollment.withdraw') && <WithdrawButton enrollment={enrollment} name={name} />}
        </>
      }
    />
  );
};
