import { useTranslation } from 'react-i18next';
import { mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { Cards } from '../../ui/Cards/Cards.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Page, Section } from '../../ui/Page/Page.js';
import {
  deliveriesQuery,
  duplicatesQuery,
  editionsQuery,
  essaysQuery,
  importsQuery,
  lettersQuery,
  ordersQuery,
  refusedQuery,
  reviewsQuery,
} from './api.js';
import { Completed } from './Completed.js';
import { WorkCard } from './WorkCard.js';

/** What waits for the reader, by the areas that they work in; each number leads to the list behind it. */
export const Today = () => {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('nav.today')} lead={t('today.lead')}>
      {areas
        .filter(({ name }) => mayEnter(me, name))
        .map(({ name, Work }) => (
          <Section key={name} title={t(`nav.area.${name}`)} plain>
            <Cards label={t(`nav.area.${name}`)}>
              <Work />
            </Cards>
          </Section>
        ))}
    </Page>
  );
};

const Operations = () => {
  const { t } = useTranslation();
  return (
    <>
      <WorkCard query={ordersQuery} name={<TextLink to="/administration/jobs">{t('today.orders')}</TextLink>} />
      <WorkCard query={deliveriesQuery} name={<TextLink to="/administration/deliveries">{t('today.deliveries')}</TextLink>} />
      <WorkCard
        query={lettersQuery}
        name={
          <TextLink to="/administration/mails" search={{ state: 'dead' }}>
            {t('today.letters')}
          </TextLink>
        }
      />
    </>
  );
};

const Institution = () => {
  const { t } = useTranslation();
  return (
    <>
      <WorkCard query={importsQuery} name={<TextLink to="/institution/imports">{t('today.imports')}</TextLink>} />
      <WorkCard query={duplicatesQuery} name={<TextLink to="/institution/duplicates">{t('today.duplicates')}</TextLink>} />
      {(['opening', 'closing'] as const).map((soon) => (
        <WorkCard
          key={soon}
          query={editionsQuery(soon)}
          name={
            <TextLink to="/institution/editions" search={{ soon }}>
              {t(`today.${soon}`)}
            </TextLink>
          }
        />
      ))}
    </>
  );
};

const Teaching = () => {
  const { t } = useTranslation();
  return (
    <>
      <WorkCard query={essaysQuery} name={<TextLink to="/teach/marking">{t('today.marking')}</TextLink>} />
      <WorkCard query={reviewsQuery} name={<TextLink to="/teach/reviews">{t('today.reviews')}</TextLink>} />
      <WorkCard
        query={editionsQuery('closing')}
        name={
          <TextLink to="/teach/editions" search={{ soon: 'closing' }}>
            {t('today.closing')}
          </TextLink>
        }
      />
      <WorkCard
        query={refusedQuery}
        name={
          <TextLink to="/teach/packages" search={{ state: 'refused' }}>
            {t('today.refused')}
          </TextLink>
        }
      />
    </>
  );
};

const areas = [
  { name: 'administration', Work: Operations },
  { name: 'institution', Work: Institution },
  { name: 'teach', Work: Teaching },
  { name: 'university', Work: Completed },
] as const;
