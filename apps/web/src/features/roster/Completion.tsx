import type { RosterSummary } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { editionQuery, summaryQuery } from './api.js';
import { usePlace } from './place.js';

type Counted = Pick<RosterSummary['countries'][number], 'enrolled' | 'completed' | 'progress'>;

/** How far the institutions and countries of an edition are; each figure opens the people behind it. */
export const Completion = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = usePlace();
  const { editionId } = useParams({ from: `/in${place}/$editionId/completion` });
  const edition = useQuery(editionQuery(editionId));
  const params = { editionId };
  return (
    <Page
      title={t('roster.completion.title')}
      over={edition.data?.title}
      lead={t('roster.completion.lead')}
      back={
        <TextLink to={`${place}/$editionId`} params={params}>
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
              <Section title={t('roster.completion.byInstitution')} plain>
                <Rows label={t('roster.completion.byInstitution')}>
                  {institutions.map((each) => (
                    <Line
                      key={each.institutionId ?? ''}
                      counted={each}
                      name={each.name ?? t('roster.completion.noInstitution')}
                      depth={each.depth}
                      filter={each.institutionId === null ? undefined : { institutionId: each.institutionId }}
                    />
                  ))}
                </Rows>
              </Section>
              <Section title={t('roster.completion.byCountry')} plain>
                <Rows label={t('roster.completion.byCountry')}>
                  {countries.map((each) => (
                    <Line
                      key={each.country ?? ''}
                      counted={each}
                      name={each.country === null ? t('roster.completion.noCountry') : countryName(each.country, language)}
                      filter={each.country === null ? undefined : { country: each.country }}
                    />
                  ))}
                </Rows>
              </Section>
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

interface LineProps {
  name: string;
  counted: Counted;
  /** How far below the top of the tree it stands. */
  depth?: number;
  /** The filter that finds these people. */
  filter: { institutionId: string } | { country: string } | undefined;
}

const Line = ({ name, counted: { enrolled, completed, progress }, depth = 0, filter }: LineProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = usePlace();
  const { editionId } = useParams({ from: `/in${place}/$editionId/completion` });
  const share = enrolled === 0 ? 0 : completed / enrolled;
  return (
    <Row
      title={
        <span style={{ paddingInlineStart: `${String(Math.min(depth, 4))}rem` }}>
          {filter ? (
            <TextLink to={`${place}/$editionId`} params={{ editionId }} search={filter}>
              {name}
            </TextLink>
          ) : (
            name
          )}
        </span>
      }
      text={t('roster.completion.mean', { share: percent(progress, language) })}
      aside={
        <>
          <Meter share={share} label={t('roster.completion.of', { name })} slim />
          <span>{t('roster.completion.count', { completed: count(completed, language), enrolled: count(enrolled, language) })}</span>
        </>
      }
    />
  );
};
