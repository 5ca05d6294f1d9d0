import type { EnrollmentView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { rangeText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { ActionBar } from '../../ui/ActionBar/ActionBar.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Nowhere } from '../../ui/Nowhere/Nowhere.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { QuizUnit } from './QuizUnit.js';
import { Reading } from './Reading.js';
import { isDone, isReadable, placeOf, standingOf } from './standing.js';
import { Unclosed, useUnclosed } from './Unclosed.js';
import { UnitState } from './UnitLook.js';
import { useEnrollment } from './use-enrollment.js';
import { useLaunch } from './use-launch.js';

/** One unit of a course: to read, to watch, to download, to launch or to be tested in. */
export const Unit = () => {
  const { enrollmentId, unitId } = useParams({ from: '/in/learning/$enrollmentId/units/$unitId' });
  return (
    <LoadedPage query={useEnrollment(enrollmentId)}>
      {(enrollment) => {
        const unit = enrollment.units.find((each) => each.unitId === unitId);
        return unit ? <UnitPage key={unitId} enrollment={enrollment} unit={unit} /> : <Nowhere />;
      }}
    </LoadedPage>
  );
};

interface Props {
  enrollment: EnrollmentView;
  unit: EnrollmentView['units'][number];
}

const UnitPage = ({ enrollment, unit }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const standing = standingOf(enrollment, useNow());
  const { number } = placeOf(enrollment.units, unit.unitId);
  return (
    <Page
      title={textIn(unit.title, language)}
      over={`${t('learning.way.unitOf', { number, count: enrollment.units.length })} · ${t(`unit.kind.${unit.kind}`)}`}
      back={
        <TextLink to="/learning/$enrollmentId" params={{ enrollmentId: enrollment.id }}>
          {textIn(enrollment.courseTitle, language)}
        </TextLink>
      }
      actions={<UnitState state={unit.state} />}
      narrow
    >
      {standing !== 'open' && <Notice tone="care">{t(`learning.why.${standing}`)}</Notice>}
      {isReadable(standing) && <Content enrollment={enrollment} unit={unit} live={standing === 'open'} />}
      <Onward enrollment={enrollment} unit={unit} />
    </Page>
  );
};

/** What is done in person: when and where, and that nothing is to be done here. */
const Meeting = ({ enrollment: { timeZone }, unit: { time } }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Facts
        facts={[
          [t('learning.meeting.when'), time ? rangeText(time.startsAt, time.endsAt, language, timeZone) : t('learning.meeting.unknown')],
          [t('learning.meeting.where'), time?.place],
        ]}
      />
      <Notice>{t('learning.session')}</Notice>
    </>
  );
};

const Content = ({ enrollment, unit, live }: Props & { live: boolean }) => {
  if (unit.kind === 'scorm') return <Lesson enrollment={enrollment} unit={unit} />;
  if (unit.kind === 'quiz') return <QuizUnit enrollment={enrollment} unit={unit} live={live} />;
  if (unit.kind === 'session') return <Meeting enrollment={enrollment} unit={unit} />;
  return <Reading enrollment={enrollment} unit={unit} live={live} />;
};

const Lesson = ({ enrollment, unit }: Props) => {
  const { t } = useTranslation();
  const start = useLaunch();
  const lastHeardAt = useUnclosed(enrollment).get(unit.unitId);
  return (
    <Section title={t('learning.lesson.title')}>
      <p>{t('learning.lesson.text')}</p>
      {lastHeardAt !== undefined && <Unclosed lastHeardAt={lastHeardAt} />}
      {start.isError && <Failure reason={start.error} />}
      <div>
        <Button
          size="md"
          loading={start.isPending || start.isSuccess}
          onClick={() => {
            start.mutate({ enrollmentId: enrollment.id, unitId: unit.unitId });
          }}
        >
          {t(unit.state === 'not-started' ? 'learning.lesson.start' : 'learning.lesson.resume')}
        </Button>
      </div>
    </Section>
  );
};

const Onward = ({ enrollment, unit }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { before, after } = placeOf(enrollment.units, unit.unitId);
  return (
    <ActionBar label={t('learning.onward')}>
      {before && (
        <ButtonLink
          variant="default"
          to="/learning/$enrollmentId/units/$unitId"
          params={{ enrollmentId: enrollment.id, unitId: before.unitId }}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          aria-label={t('learning.way.previousUnit', { title: textIn(before.title, language) })}
        >
          {t('learning.way.previous')}
        </ButtonLink>
      )}
      {after ? (
        <ButtonLink
          variant={isDone(unit) ? 'filled' : 'default'}
          to="/learning/$enrollmentId/units/$unitId"
          params={{ enrollmentId: enrollment.id, unitId: after.unitId }}
          rightSection={<IconArrowRight size={18} aria-hidden />}
          aria-label={t('learning.nextUnit', { title: textIn(after.title, language) })}
        >
          {t('learning.way.following')}
        </ButtonLink>
      ) : (
        <ButtonLink variant={isDone(unit) ? 'filled' : 'default'} to="/learning/$enrollmentId" params={{ enrollmentId: enrollment.id }}>
          {t('learning.way.toCourse')}
        </ButtonLink>
      )}
    </ActionBar>
  );
};
