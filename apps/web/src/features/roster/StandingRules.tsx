import type { StandingRuleView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { institutions, publishedCourses, useThings } from '../../lib/things.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { rehearsalQuery, rulesQuery, stopRule, takeOverRule } from './api.js';

interface Props {
  editionId: string;
  standing: StandingRuleView;
}

/** The rules of an edition that go on, with what each has brought, and those that rest, with the reason. */
export const StandingRules = ({ editionId }: Pick<Props, 'editionId'>) => {
  const { t } = useTranslation();
  const { data } = useQuery(rulesQuery(editionId));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('roster.rules.title')} plain>
      <Rows label={t('roster.rules.title')}>
        {data.items.map((each) => (
          <Rule key={each.id} editionId={editionId} standing={each} />
        ))}
      </Rows>
    </Section>
  );
};

const Rule = ({ editionId, standing }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const { createdAt, stoppedAt, pausedAt, pausedFor, author, enrolled, mayStop } = standing;
  const stop = useMutation({
    mutationFn: () => stopRule(standing.id),
    onSuccess: () => client.invalidateQueries({ queryKey: rulesQuery(editionId).queryKey }),
  });
  const rests = stoppedAt === null && pausedAt !== null && pausedFor !== null;
  return (
    <Row
      title={useDemands(standing).join(' · ')}
      text={[
        t('roster.rules.since', { instant: instantText(createdAt, language) }),
        author && t('roster.takeover.author', { name: author }),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <span>{t('institution.batch.enrolled', { count: enrolled, shown: count(enrolled, language) })}</span>
          {stoppedAt && <Tag tone="plain">{t('roster.rules.stopped')}</Tag>}
          {rests && <Tag tone="care">{t('roster.takeover.paused')}</Tag>}
        </>
      }
      actions={
        !stoppedAt && (
          <>
            {rests && <TakeOver editionId={editionId} standing={standing} />}
            {mayStop && (
              <Button
                size="xs"
                variant="default"
                loading={stop.isPending}
                onClick={() => {
                  stop.mutate();
                }}
              >
                {t('roster.rules.stop')}
              </Button>
            )}
          </>
        )
      }
    >
      {rests && (
        <Notice tone="care">
          {t('roster.takeover.since', { instant: instantText(pausedAt, language) })} {t(`roster.takeover.reason.${pausedFor}`)}{' '}
          {t('roster.takeover.mend')}
        </Notice>
      )}
      {stop.isError && <Failure reason={stop.error} />}
    </Row>
  );
};

/** What the rule demands, condition by condition. */
const useDemands = ({ rule }: StandingRuleView): string[] => {
  const { t } = useTranslation();
  const language = useLanguage();
  const forces = useThings(institutions, rule.institutionIds ?? []);
  const courses = useThings(
    publishedCourses,
    [rule.completedCourseId, rule.notCompletedCourseId].flatMap((each) => each ?? []),
  );
  const courseOf = (courseId: string): string => textIn(courses.find((each) => each.id === courseId)?.title, language) || '…';
  return [
    rule.countries?.map((each) => countryName(each, language)).join(', '),
    rule.institutionIds?.map((each) => forces.find((known) => known.id === each)?.name ?? '…').join(', '),
    rule.ranks?.join(', '),
    rule.languages?.map((each) => languageNames[each]).join(', '),
    rule.completedCourseId && t('roster.rules.completed', { course: courseOf(rule.completedCourseId) }),
    rule.notCompletedCourseId && t('roster.rules.notCompleted', { course: courseOf(rule.notCompletedCourseId) }),
  ].flatMap((part) => (part ? [part] : []));
};

/** Has a rule that rests go on in one's own name, after a look at whom it means within one's own reach. */
const TakeOver = ({ editionId, standing }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const act = useMutation({
    mutationFn: () => takeOverRule(standing.id),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: rulesQuery(editionId).queryKey });
    },
  });
  return (
    <>
      <Button
        size="xs"
        onClick={() => {
          act.reset();
          setAsked(true);
        }}
      >
        {t('roster.takeover.action')}
      </Button>
      <Confirm
        opened={asked}
        title={t('roster.takeover.title')}
        confirm={t('roster.takeover.action')}
        busy={act.isPending}
        reason={act.error}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          act.mutate();
        }}
      >
        <p>{t('roster.takeover.text')}</p>
        {asked && <Meant editionId={editionId} standing={standing} />}
      </Confirm>
    </>
  );
};

const Meant = ({ editionId, standing: { rule } }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Loaded query={useQuery(rehearsalQuery(editionId, rule))}>
      {({ fresh }) => <p>{t('roster.rule.fresh', { count: fresh, shown: count(fresh, language) })}.</p>}
    </Loaded>
  );
};
