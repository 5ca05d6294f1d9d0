import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import '@mantine/core/styles/ColorSwatch.layer.css';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { monthText, useWords } from './words.js';
import styles from './insight.module.css';

const series = [
  { name: 'enrolled', color: 'var(--insight-1)' },
  { name: 'completed', color: 'var(--insight-2)' },
  { name: 'certified', color: 'var(--insight-3)' },
] as const;

/** A month; null: not to be told. */
export interface TrendMonth {
  key: string;
  enrolled: number | null;
  completed: number | null;
  certified: number | null;
}

/** Those enrolled in each month, and what has become of them. */
export const Trend = ({ months, onMonth }: { months: readonly TrendMonth[]; onMonth?: (month: string) => void }) => {
  const language = useLanguage();
  const words = useWords();
  return (
    <BarChart
      h={280}
      className={styles.trend ?? ''}
      data={months.map((month) => ({ ...month, label: monthText(month.key, language, 'short') }))}
      dataKey="label"
      series={series.map((each) => ({ ...each, label: words.measure(each.name) }))}
      valueFormatter={(value) => count(value, language)}
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      maxBarWidth={48}
      barChartProps={{
        accessibilityLayer: false, // the table says the same, in words
        ...(onMonth && {
          onClick: ({ activeLabel }) => {
            const month = months.find(({ key }) => monthText(key, language, 'short') === activeLabel);
            if (month) onMonth(month.key);
          },
        }),
      }}
    />
  );
};
