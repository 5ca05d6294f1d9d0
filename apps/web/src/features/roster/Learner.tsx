import type { EnrollmentView, MissingUnitView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { percent } from '../../lib/number.js';
import { allows, mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { dayText, instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { enrollmentQuery, missingQuery } from './api.js';
import { Deadline } from './Deadline.js';
import { stateTones } from './LearnerRow.js';
import { usePlace } from './place.js';
import { ReinstateButton } from './ReinstateButton.js';
import { WithdrawButton } from './WithdrawButton.js';

/** One learner of an edition: how far they are, what they still miss and why, and what may be done about it. */
export const Learner = () => {
  const { enrollmentId } = useParams({ from: `/in${usePlace()}/$editionId/learners/$enrollmentId` });
  return (
    <LoadedPage query={useQuery(enrollmentQuery(enrollmentId))}>
      {(enrollment) => <LearnerPage key={enrollment.id} enrollment={enrollment} />}
    </LoadedPage>
  );
};

const LearnerPage = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = usePlace();
  const me = useMe();
  const { id, personId, editionId, editionTitle, person, state, timeZone, completedAt } = enrollment;
  const name = person ? `${person.givenName} ${person.familyName}` : personId;
  return (
    <Page
      title={name}
      over={`${textIn(enrollment.courseTitle, language)} · ${editionTitle}`}
      back={
        <TextLink to={`${place}/$editionId`} params={{ editionId }}>
          {editionTitle}
        </TextLink>
      }
      actions={
        <>
          {mayEnter(me, 'institution') && (
            <ButtonLink to="/institution/people/$personId" params={{ personId }} variant="default">
              {t('roster.learner.person')}
            </ButtonLink>
          )}
          {mayEnter(me, 'teach') && (
            <ButtonLink to="/teach/attempts" search={{ enrollment: id }} variant="default">
              {t('institution.roster.work')}
            </ButtonLink>
          )}
          {allows(enrollment, 'enrollment.withdraw') && <WithdrawButton enrollment={enrollment} name={name} />}
          {allows(enrollment, 'enrollment.reinstate') && <ReinstateButton enrollment={enrollment} />}
        </>
      }
      narrow
    >
      <Section title={t('roster.learner.about')}>
        <Meter share={enrollment.progress} label={t('institution.roster.progressOf', { name })} />
        <Facts
          facts={[
            [t('institution.editions.stateLabel'), <Tag tone={stateTones[state]}>{t(`institution.roster.state.${state}`)}</Tag>],
            [t('institution.institution'), person?.institution],
            [t('roster.column.deadline'), instantText(enrollment.closesAt, language, timeZone)],
            [t('roster.column.completedAt'), completedAt && dayText(completedAt, language, timeZone)],
          ]}
        />
        {allows(enrollment, 'enrollment.extend') && <Deadline key={enrollment.closesAt} enrollment={enrollment} />}
      </Section>
      <Section title={t('roster.learner.missing')} plain>
        <Loaded query={useQuery(missingQuery(id))}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('roster.learner.nothing')} />
            ) : (
              <Rows label={t('roster.learner.missing')} ordered>
                {items.map((unit) => (
                  <MissingUnit key={unit.unitId} unit={unit} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
};

const MissingUnit = ({ unit: { position, title, kind, reason, score, minimumScore } }: { unit: MissingUnitView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const scored = score === null ? null : t('roster.learner.score', { score: percent(score, language) });
  const needed = minimumScore === null ? null : t('roster.learner.minimum', { score: percent(minimumScore, language) });
  return (
    <Row
      title={`${String(position)}. ${textIn(title, language)}`}
      text={[t(`unit.kind.${kind}`), scored, needed].filter(Boolean).join(' · ')}
      aside={<Tag tone={reason === 'not-passed' || reason === 'below-minimum' ? 'care' : 'plain'}>{t(`roster.reason.${reason}`)}</Tag>}
    />
  );
};
