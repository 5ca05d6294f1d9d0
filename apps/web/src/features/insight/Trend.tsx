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
export type TrendMeasure = (typeof series)[number]['name'];

/** A month; null: not to be told. */
export interface TrendMonth {
  key: string;
  enrolled: number | null;
  completed: number | null;
  certified: number | null;
}

interface Props {
  months: readonly TrendMonth[];
  /** Opens what is behind the bar that was pressed. */
  onBar?: (month: string, measure: TrendMeasure) => void;
}

/** Enrollments, completions and certificates by month. */
export const Trend = ({ months, onBar }: Props) => {
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
      barChartProps={{ accessibilityLayer: false }} // the table says the same, in words
      {...(onBar && {
        barProps: ({ name }) => ({
          className: styles.press ?? '',
          onClick: (_bar, place) => {
            const month = months[place];
            const measure = series.find((each) => each.name === name);
            if (month && measure) onBar(month.key, measure.name);
          },
        }),
      })}
    />
  );
};
