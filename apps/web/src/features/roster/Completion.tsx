import type { RosterSummary } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { editionQuery, summaryQuery } from './api.js';
import { usePlace } from './place.js';

/** Those who share an institution or a country. */
interface Part extends Pick<RosterSummary['countries'][number], 'enrolled' | 'completed' | 'progress'> {
  key: string;
  name: string;
  /** How far below the top of the tree it stands. */
  depth: number;
  /** The filter that finds these people. */
  filter: { institutionId: string } | { country: string } | undefined;
}

/** How far the institutions and countries of an edition are; each figure opens the people behind it. */
export const Completion = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = usePlace();
  const { editionId } = useParams({ from: `/in${place}/$editionId/completion` });
  const edition = useQuery(editionQuery(editionId));
  return (
    <Page
      title={t('roster.completion.title')}
      over={edition.data?.title}
      lead={t('roster.completion.lead')}
      back={
        <TextLink to={`${place}/$editionId`} params={{ editionId }}>
          {edition.data?.title ?? t('institution.editions.one')}
        </TextLink>
      }
    >
      <Loaded query={useQuery(summaryQuery(editionId, {}))}>
        {({ institutions, countries }) =>
          institutions.length + countries.length === 0 ? (
            <Empty title={t('institution.roster.empty')} />
          ) : (
            <>
              <Parts
                by="institution"
                parts={institutions.map((each) => ({
                  ...each,
                  key: each.institutionId ?? '',
                  name: each.name ?? t('roster.completion.noInstitution'),
                  filter: each.institutionId === null ? undefined : { institutionId: each.institutionId },
                }))}
              />
              <Parts
                by="country"
                parts={countries.map((each) => ({
                  ...each,
                  key: each.country ?? '',
                  name: each.country === null ? t('roster.completion.noCountry') : countryName(each.country, language),
                  depth: 0,
                  filter: each.country === null ? undefined : { country: each.country },
                }))}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const titles = { institution: 'roster.completion.byInstitution', country: 'roster.completion.byCountry' } as const;
/** The columns of the table behind the name, and whom each of them counts. */
const states = [undefined, undefined, 'completed', 'completed', undefined] as const;

const Parts = ({ by, parts }: { by: keyof typeof titles; parts: readonly Part[] }) => {
  const { t } = useTranslation();
  return (
    <Figure
      title={t(titles[by])}
      name={`completion-${by}`}
      table={{
        head: [
          t(`roster.completion.${by}`),
          t('roster.completion.enrolled'),
          t('roster.completion.completed'),
          t('roster.completion.share'),
          t('roster.completion.progress'),
        ],
        rows: parts.map(({ key, name, enrolled, completed, progress, filter }) => ({
          key,
          cells: [name, enrolled, completed, { share: enrolled === 0 ? null : completed / enrolled }, { share: progress }],
          link: (shown, place) => (
            <Behind filter={filter} state={states[place]}>
              {shown}
            </Behind>
          ),
        })),
      }}
    >
      <Rows label={t(titles[by])}>
        {parts.map((part) => (
          <Line key={part.key} part={part} />
        ))}
      </Rows>
    </Figure>
  );
};

const Line = ({ part: { name, depth, enrolled, completed, progress, filter } }: { part: Part }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <span style={{ paddingInlineStart: `${String(Math.min(depth, 4))}rem` }}>
          <Behind filter={filter}>{name}</Behind>
        </span>
      }
      text={t('roster.completion.mean', { share: percent(progress, language) })}
      aside={
        <>
          <Meter share={enrolled === 0 ? 0 : completed / enrolled} label={t('roster.completion.of', { name })} slim />
          <Behind filter={filter} state="completed">
            {t('roster.completion.count', { completed: count(completed, language), enrolled: count(enrolled, language) })}
          </Behind>
        </>
      }
    />
  );
};

/** The way to the people, whoever left aside; those without an institution or a country have no filter that finds them. */
const Behind = ({ filter, state, children }: { filter: Part['filter']; state?: 'completed' | undefined; children: ReactNode }) => {
  const place = usePlace();
  const { editionId } = useParams({ from: `/in${place}/$editionId/completion` });
  if (!filter) return children;
  return (
    <TextLink to={`${place}/$editionId`} params={{ editionId }} search={{ ...filter, ...(state ? { state } : { reached: 'enrolled' }) }}>
      {children}
    </TextLink>
  );
};
