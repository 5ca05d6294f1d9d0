import type { CompletionChoices, CompletionTotals, CompletionView, Language } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { IconSchool } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { http, withQuery } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, localeOf, textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { dayText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import styles from './university.module.css';

const path = '/accreditation/completions';
const tones = { pending: 'calm', issued: 'good', revoked: 'bad' } as const;

/** Who completed the courses that the reader's university answers for, with marks; all that is chosen stands in the address. */
export const Completions = () => {
  const { t } = useTranslation();
  const chosen = useSearch({ from: '/in/university/completions' });
  const list = useList<CompletionView>(path, chosen);
  const some = Object.values(chosen).some((value) => value !== undefined);
  return (
    <Page
      title={t('nav.completions')}
      lead={t('registry.completions.lead')}
      actions={
        <>
          {(['csv', 'xlsx'] as const).map((format) => (
            <Download key={format} variant="default" href={withQuery(`/api${path}.${format}`, chosen)} name={`completions.${format}`}>
              {t(`registry.completions.${format}`)}
            </Download>
          ))}
        </>
      }
    >
      <Accreditation />
      <Search />
      <Filters />
      <Totals />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconSchool size={28} />} title={t(some ? 'registry.completions.nothing' : 'registry.completions.empty')}>
            {t(some ? 'registry.completions.nothingText' : 'registry.completions.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.completions')}>
            {items.map((each) => (
              <CompletionRow key={each.id} completion={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const choicesQuery = queryOptions({
  queryKey: [path, 'choices'],
  queryFn: ({ signal }) => http.get<CompletionChoices>('/accreditation/completion-choices', {}, signal),
});

/** Which of the courses a university has accredited. */
const Accreditation = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(choicesQuery);
  if (!data || data.courses.length === 0) return null;
  const accredited = data.courses.filter((course) => course.accredited);
  return (
    <Notice tone="calm">
      {accredited.length === 0
        ? t('registry.completions.notAccredited')
        : t('registry.completions.accredited', {
            courses: accredited.map(({ code, title }) => `${code} · ${textIn(title, language)}`).join(', '),
          })}
    </Notice>
  );
};

const Search = () => {
  const { t } = useTranslation();
  const chosen = useSearch({ from: '/in/university/completions' });
  const navigate = useNavigate({ from: '/university/completions' });
  return (
    <SearchField
      label={t('registry.completions.search')}
      initial={chosen.q ?? ''}
      onSearch={(q) => {
        void navigate({ search: { ...chosen, q: q || undefined }, replace: true, resetScroll: false });
      }}
    />
  );
};

const filters = ['courseId', 'editionId', 'month', 'country'] as const;
const labels = { courseId: 'course', editionId: 'edition', month: 'month', country: 'country' } as const;

const Filters = () => {
  const { t } = useTranslation();
  const chosen = useSearch({ from: '/in/university/completions' });
  const navigate = useNavigate({ from: '/university/completions' });
  const options = useOptions(chosen.courseId);
  return (
    <div className={styles.filters}>
      {filters.map((filter) => (
        <NativeSelect
          key={filter}
          label={t(`registry.completions.${labels[filter]}`)}
          value={chosen[filter] ?? ''}
          data={[{ value: '', label: t('registry.completions.any') }, ...options[filter]]}
          onChange={(event) => {
            const next = { ...chosen, [filter]: event.currentTarget.value || undefined };
            // an edition belongs to one course
            const search = filter === 'courseId' ? { ...next, editionId: undefined } : next;
            void navigate({ search, replace: true, resetScroll: false });
          }}
        />
      ))}
    </div>
  );
};

/** What each filter may be set to; months of two years back. */
const useOptions = (courseId: string | undefined) => {
  const language = useLanguage();
  const now = new Date(useNow(3_600_000));
  const { data } = useQuery(choicesQuery);
  const monthName = new Intl.DateTimeFormat(localeOf[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = Array.from({ length: 24 }, (_, back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)));
  return {
    courseId: (data?.courses ?? []).map(({ id, code, title }) => ({ value: id, label: `${code} · ${textIn(title, language)}` })),
    editionId: (data?.editions ?? [])
      .filter((edition) => courseId === undefined || edition.courseId === courseId)
      .map(({ id, title }) => ({ value: id, label: title })),
    month: months.map((month) => ({ value: month.toISOString().slice(0, 7), label: monthName.format(month) })),
    country: (data?.countries ?? [])
      .map((country) => ({ value: country, label: countryName(country, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, localeOf[language])),
  };
};

/** Sums over everything that the filters leave. */
const Totals = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = useSearch({ from: '/in/university/completions' });
  const { data } = useQuery({
    queryKey: [path, 'totals', chosen],
    queryFn: ({ signal }) => http.get<CompletionTotals>('/accreditation/completion-totals', { ...chosen }, signal),
    placeholderData: (before) => before,
  });
  return (
    <section aria-label={t('registry.completions.figures')} className={styles.totals}>
      <p role="status" className={styles.total}>
        {data && t('registry.completions.total', { count: data.completions })}
      </p>
      {data && data.completions > 0 && (
        <Facts
          short
          facts={[
            [t('registry.completions.people'), count(data.people, language)],
            [t('registry.completions.countries'), count(data.countries, language)],
            [t('registry.completions.mean'), data.meanMark === null ? null : percent(data.meanMark, language)],
            [t('registry.completions.revoked'), count(data.revoked, language)],
          ]}
        />
      )}
    </section>
  );
};

const CompletionRow = ({ completion }: { completion: CompletionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, externalId, country, institution, code, title, edition, completedAt, voidedAt, mark, examinations, credential } =
    completion;
  const where = [externalId, institution, country && countryName(country, language)].filter(Boolean).join(' · ');
  return (
    <Row
      title={name ?? t('registry.completions.unnamed')}
      text={
        <>
          <p>{where}</p>
          <p>{[`${code} · ${textIn(title, language)}`, edition, dayText(completedAt, language)].filter(Boolean).join(' · ')}</p>
          {examinations.length > 1 && <p>{examinations.map((each) => markOf(each, language)).join(' · ')}</p>}
        </>
      }
      aside={
        <>
          {voidedAt !== null && <Tag tone="bad">{t('registry.completions.voided')}</Tag>}
          <Tag tone="plain">
            {mark === null
              ? t(examinations.length === 0 ? 'registry.completions.noExamination' : 'registry.completions.noMark')
              : t('registry.completions.mark', { share: percent(mark, language) })}
          </Tag>
          {credential && <Tag tone={tones[credential.state]}>{t(`university.state.${credential.state}`)}</Tag>}
        </>
      }
      actions={
        credential &&
        credential.state !== 'pending' && (
          <TextLink to="/v/$credentialId" params={{ credentialId: credential.id }}>
            {t('registry.completions.certificate')}
          </TextLink>
        )
      }
    />
  );
};

/** One of several examinations with its mark. */
const markOf = ({ title, mark }: CompletionView['examinations'][number], language: Language): string =>
  `${textIn(title, language)}: ${mark === null ? '–' : percent(mark, language)}`;
