// fields of many values are used here alone: their styles come with this part
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import type { EnrollmentRehearsed, EnrollmentRule } from '@aula/contracts';
import { Button, Checkbox, MultiSelect, TagsInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames, languages } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useCreate } from '../../lib/use-create.js';
import { institutions, publishedCourses } from '../../lib/things.js';
import { useDraft } from '../../lib/use-draft.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Choices } from '../../ui/Choice/Choices.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { keepRule, memberStatesQuery, rehearseRule, rulesQuery } from './api.js';
import { type RuleFields, emptyRule, ruleOf } from './rule.js';
import { type WayProps, enrollDraft } from './ways.js';
import styles from './roster.module.css';

/** Enrolls whom a rule means, after a look at how many they are; or keeps the rule, for whoever comes later. */
export const EnrollRule = ({ editionId, busy, onEnroll }: WayProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft(enrollDraft('rule', editionId), { demands: emptyRule, standing: false });
  const { demands, standing } = draft.fields;
  const rehearse = useMutation({ mutationFn: (rule: EnrollmentRule) => rehearseRule(editionId, rule) });
  const keep = useCreate(
    (rule: EnrollmentRule, key) => keepRule(editionId, rule, key),
    () => {
      draft.done();
      return client.invalidateQueries({ queryKey: rulesQuery(editionId).queryKey });
    },
  );
  const rule = ruleOf(demands);
  return (
    <div className={styles.form}>
      <Restored draft={draft} />
      <Conditions
        fields={demands}
        onChange={(change) => {
          rehearse.reset();
          keep.reset();
          draft.set({ demands: { ...demands, ...change } });
        }}
      />
      <div>
        <Button
          variant={rehearse.data ? 'default' : 'filled'}
          disabled={!rule}
          loading={rehearse.isPending}
          onClick={() => {
            if (rule) rehearse.mutate(rule);
          }}
        >
          {t('roster.rule.rehearse')}
        </Button>
      </div>
      {rehearse.isError && <Failure reason={rehearse.error} />}
      {rule && rehearse.data && (
        <>
          <Rehearsed rehearsed={rehearse.data} />
          <Checkbox
            label={t('roster.rule.standing')}
            description={t('roster.rule.standingHint')}
            checked={standing}
            onChange={(event) => {
              draft.set({ standing: event.currentTarget.checked });
            }}
          />
          <div>
            <Button
              disabled={!standing && rehearse.data.fresh === 0}
              loading={busy || keep.isPending}
              onClick={() => {
                if (standing) keep.mutate(rule);
                else onEnroll({ rule }, draft.done);
              }}
            >
              {standing ? t('roster.rule.keep') : t('institution.enroll.people', { count: rehearse.data.fresh })}
            </Button>
          </div>
          {keep.isError && <Failure reason={keep.error} />}
          {keep.data && (
            <Notice tone="good" role="status">
              {t('roster.rule.kept')}
            </Notice>
          )}
        </>
      )}
    </div>
  );
};

const Conditions = ({ fields, onChange }: { fields: RuleFields; onChange: (change: Partial<RuleFields>) => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const countries = useQuery(memberStatesQuery).data?.items ?? [];
  const course = (name: 'completedCourseId' | 'notCompletedCourseId') => (
    <Choice
      things={publishedCourses}
      label={t(`roster.rule.${name}`)}
      value={fields[name]}
      none={t('institution.any')}
      onChange={(picked) => {
        onChange({ [name]: picked?.id ?? '' });
      }}
    />
  );
  return (
    <>
      <MultiSelect
        label={t('roster.rule.countries')}
        data={countries.map(({ country }) => ({ value: country, label: countryName(country, language) }))}
        value={fields.countries}
        searchable
        onChange={(chosen) => {
          onChange({ countries: chosen });
        }}
      />
      <Choices
        things={institutions}
        label={t('roster.rule.institutions')}
        description={t('roster.rule.institutionsHint')}
        value={fields.institutionIds}
        onChange={(chosen) => {
          onChange({ institutionIds: chosen });
        }}
      />
      <TagsInput
        label={t('roster.rule.ranks')}
        description={t('roster.rule.ranksHint')}
        value={fields.ranks}
        onChange={(chosen) => {
          onChange({ ranks: chosen });
        }}
      />
      <MultiSelect
        label={t('roster.rule.languages')}
        data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        value={fields.languages}
        onChange={(chosen) => {
          onChange({ languages: chosen });
        }}
      />
      <div className={styles.fields}>
        {course('completedCourseId')}
        {course('notCompletedCourseId')}
      </div>
    </>
  );
};

const Rehearsed = ({ rehearsed: { fresh, already, room, sample } }: { rehearsed: EnrollmentRehearsed }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Notice
      tone={fresh === 0 ? 'care' : 'calm'}
      role="status"
      title={t('roster.rule.fresh', { count: fresh, shown: count(fresh, language) })}
    >
      {already > 0 && <p>{t('roster.rule.already', { count: already, shown: count(already, language) })}</p>}
      {room !== null && room < fresh && <p>{t('roster.rule.room', { count: room, shown: count(room, language) })}</p>}
      {sample.length > 0 && (
        <>
          <p>{t('roster.rule.sample')}</p>
          <ul>
            {sample.map(({ personId, givenName, familyName, institution }) => (
              <li key={personId}>{[`${givenName} ${familyName}`, institution].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
};
