import type { NumbersView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Cards, NumberCard } from '../../ui/Cards/Cards.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page } from '../../ui/Page/Page.js';
import { Again } from './Again.js';
import { AmericaMap } from './AmericaMap.js';
import { Trend } from './Trend.js';
import { numbersQuery, waitingOf } from './api.js';
import { useWords } from './words.js';

const measures = ['enrolled', 'completed', 'certified'] as const;

/** What everybody may know of the network: nothing that speaks of fewer than five people. */
export const Numbers = () => <LoadedPage query={useQuery(numbersQuery)}>{(numbers) => <NumbersPage numbers={numbers} />}</LoadedPage>;

const NumbersPage = ({ numbers: { at, totals, months, countries } }: { numbers: NumbersView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const tableOf = (by: 'country' | 'month', rows: NumbersView['months']) => ({
    head: [words.dimension(by), ...measures.map((measure) => words.measure(measure))],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [words.value(by, { key: row.key, name: null }), ...measures.map((measure) => row[measure])],
    })),
  });
  return (
    <Page title={t('nav.numbers')} lead={t('insight.publicLead')}>
      <Again waiting={waitingOf(at, null)} />
      <Cards label={t('insight.totals')}>
        {measures.map((measure) => {
          const value = totals[measure];
          return (
            <NumberCard
              key={measure}
              name={words.measure(measure)}
              value={value === null ? t('figure.hidden') : count(value, language)}
              missing={value === null}
            />
          );
        })}
      </Cards>
      <Figure title={t('insight.trend')} note={t('insight.trendNote')} name="numbers-months" table={tableOf('month', months)}>
        <Trend months={months} />
      </Figure>
      <Figure title={t('insight.map')} note={t('insight.mapNote')} name="numbers-countries" table={tableOf('country', countries)}>
        <AmericaMap
          label={t('insight.map')}
          insetLabel={t('insight.inset')}
          hidden={t('figure.hidden')}
          values={new Map(countries.map(({ key, enrolled }) => [key, enrolled]))}
        />
      </Figure>
      {at && <p>{t('insight.at', { instant: instantText(at, language) })}</p>}
    </Page>
  );
};
