import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';

interface Props {
  bars: readonly { label: string; people: number }[];
  /** What a bar counts. */
  name: string;
}

/** How many people are in each band of the score. */
const Bars = ({ bars, name }: Props) => (
  <BarChart
    h={260}
    data={bars.map(({ label, people }) => ({ label, people }))}
    dataKey="label"
    series={[{ name: 'people', label: name, color: 'var(--aula-deep)' }]}
    tickLine="y"
    yAxisProps={{ allowDecimals: false, width: 40 }}
    barProps={{ isAnimationActive: false }}
  />
);
export default Bars;
