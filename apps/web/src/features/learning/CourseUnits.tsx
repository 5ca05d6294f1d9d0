import type { EnrollmentView, Language } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { percent } from '../../lib/number.js';
import { dayText, rangeText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { UnitIcon } from '../../ui/UnitIcon/UnitIcon.js';
import { attemptsQuery } from './api.js';
import { BeginAgain } from './BeginAgain.js';
import { type Standing, inOrder, isDone, isReadable, nextStep, standingOf } from './standing.js';
import { Unclosed, useUnclosed } from './Unclosed.js';
import { UnitState } from './UnitLook.js';
import { useLaunch } from './use-launch.js';

type Unit = EnrollmentView['units'][number];

/** The units of a course in order, each with its state and its one action; the next step stands out. */
export const CourseUnits = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const standing = standingOf(enrollment, useNow());
  const next = standing === 'open' && enrollment.state === 'active' ? nextStep(enrollment.units) : undefined;
  const unclosed = useUnclosed(enrollment);
  if (enrollment.units.length === 0) return <Empty title={t('learning.noUnits')} />;
  return (
    <Rows label={t('learning.units')} ordered>
      {inOrder(enrollment.units).map((unit) => (
        <UnitRow
          key={unit.unitId}
          unit={unit}
          enrollmentId={enrollment.id}
          zone={enrollment.timeZone}
          lastHeardAt={unclosed.get(unit.unitId)}
          standing={standing}
          current={unit.unitId === next?.unitId}
        />
      ))}
    </Rows>
  );
};

interface RowProps {
  unit: Unit;
  enrollmentId: EnrollmentView['id'];
  standing: Standing;
  current: boolean;
  /** Of the edition. */
  zone: string;
  /** Where its player was not closed properly. */
  lastHeardAt: string | undefined;
}

const UnitRow = ({ unit, enrollmentId, standing, current, zone, lastHeardAt }: RowProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const kind = t(`unit.kind.${unit.kind}`);
  const whyDone = useWhyDone();
  return (
    <Row
      icon={<UnitIcon kind={unit.kind} />}
      title={textIn(unit.title, language)}
      text={[
        kind,
        unit.required ? '' : t('unit.optional'),
        whenAndWhere(unit, language, zone),
        whyDone(unit),
        isReadable(standing) ? '' : t(`learning.way.locked.${standing}`),
      ]
        .filter(Boolean)
        .join(' · ')}
      current={current}
      aside={
        <>
          {current && <Tag tone="care">{t('learning.nextStep')}</Tag>}
          {unit.score !== null && <span>{t('learning.score', { score: percent(unit.score, language) })}</span>}
          <UnitState state={unit.state} />
          {unit.kind === 'quiz' && unit.state === 'failed' && <NoneLeft unitId={unit.unitId} enrollmentId={enrollmentId} />}
        </>
      }
      actions={
        isReadable(standing) ? <UnitAction unit={unit} enrollmentId={enrollmentId} standing={standing} current={current} /> : <Locked />
      }
    >
      {lastHeardAt !== undefined && <Unclosed lastHeardAt={lastHeardAt} />}
    </Row>
  );
};

const whenAndWhere = ({ time }: Unit, language: Language, zone: string): string =>
  time ? [rangeText(time.startsAt, time.endsAt, language, zone), time.place].filter(Boolean).join(' · ') : '';

/** Since when a unit counts as done, and on whose word where somebody gave it. */
const useWhyDone = (): ((unit: Unit) => string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (unit) => {
    if (!isDone(unit) || unit.doneAt === null) return '';
    const date = dayText(unit.doneAt, language);
    return unit.markedBy === null ? t('learning.doneOn', { date }) : t('learning.presentBy', { name: unit.markedBy, date });
  };
};

/** Says it where a quiz that was not passed cannot be tried again. */
const NoneLeft = ({ unitId, enrollmentId }: Pick<Unit, 'unitId'> & Pick<RowProps, 'enrollmentId'>) => {
  const { t } = useTranslation();
  const attempts = useQuery(attemptsQuery(enrollmentId, unitId)).data?.items ?? [];
  const allowed = attempts[0]?.attemptsAllowed ?? null;
  if (allowed === null || attempts.length < allowed || attempts.some(({ state }) => state === 'open')) return null;
  return <Tag tone="care">{t('learning.noAttempts')}</Tag>;
};

const Locked = () => {
  const { t } = useTranslation();
  return (
    <Tag tone="plain" icon={<IconLock aria-hidden />}>
      {t('learning.locked')}
    </Tag>
  );
};

const UnitAction = ({ unit, enrollmentId, standing, current }: Omit<RowProps, 'zone' | 'lastHeardAt'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const start = useLaunch();
  const title = textIn(unit.title, language);
  const verb = isDone(unit) || standing === 'over' ? 'review' : unit.state === 'in-progress' ? 'continue' : 'open';
  const common = { variant: current ? 'filled' : 'default', 'aria-label': t(`learning.${verb}Named`, { title }) } as const;
  if (unit.kind !== 'scorm') {
    return (
      <ButtonLink to="/learning/$enrollmentId/units/$unitId" params={{ enrollmentId, unitId: unit.unitId }} {...common}>
        {t(`learning.${verb}`)}
      </ButtonLink>
    );
  }
  return (
    <>
      {start.isError && <Failure reason={start.error} />}
      <Button
        loading={start.isPending || start.isSuccess}
        onClick={() => {
          start.mutate({ enrollmentId, unitId: unit.unitId });
        }}
        {...common}
      >
        {t(`learning.${verb}`)}
      </Button>
      {standing === 'open' && (isDone(unit) || unit.state === 'failed') && (
        <BeginAgain enrollmentId={enrollmentId} unitId={unit.unitId} title={title} />
      )}
    </>
  );
};
