import { useLanguage } from '../../lib/i18n.js';
import { countryName } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import styles from './insight.module.css';
import { circles, height, inset, shapes, width } from './shapes.js';
import { westward } from './states.js';

/** Steps of colour, from few to many. */
const steps = 5;

interface Props {
  label: string;
  /** Title of the part that is drawn larger. */
  insetLabel: string;
  /** By country; null: not to be told. */
  values: ReadonlyMap<string, number | null>;
  hidden: string;
  onCountry?: (country: string) => void;
}

/** The Americas, each country as dark as its number; island states stand once more as circles, large enough to be found. */
export const AmericaMap = ({ label, insetLabel, values, hidden, onCountry }: Props) => {
  const language = useLanguage();
  const most = Math.max(1, ...[...values.values()].map((value) => value ?? 0));
  const stepOf = (country: string | undefined): number | undefined => {
    const value = country === undefined ? undefined : values.get(country);
    if (value === undefined) return undefined;
    return value === null ? 1 : Math.max(1, Math.ceil((steps * Math.log1p(value)) / Math.log1p(most)));
  };
  const looks = (country: string | undefined) => ({
    className: styles.country,
    'data-step': stepOf(country),
    'data-member': country !== undefined || undefined,
    ...(country !== undefined && values.has(country) && onCountry && { 'data-press': true, onClick: () => onCountry(country) }),
  });
  const said = (country: string): string => {
    const value = values.get(country);
    const number = value === null ? hidden : count(value ?? 0, language);
    return `${countryName(country, language)}: ${number}`;
  };
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} className={styles.map} role="img" aria-label={label}>
      {shapes.map(({ country, path }) => (
        <path key={path} d={path} {...looks(country)}>
          {country !== undefined && <title>{said(country)}</title>}
        </path>
      ))}
      <rect {...inset} rx={8} className={styles.inset} />
      <text x={inset.x + inset.width / 2} y={inset.y - 6} textAnchor="middle" className={styles.insetLabel}>
        {insetLabel}
      </text>
      {circles.map(({ country, x, y }) => (
        <g key={country}>
          <circle cx={x} cy={y} r={8} {...looks(country)}>
            <title>{said(country)}</title>
          </circle>
          <text
            x={westward.includes(country) ? x - 13 : x + 13}
            y={y + 4}
            textAnchor={westward.includes(country) ? 'end' : 'start'}
            className={styles.islandLabel}
          >
            {country}
          </text>
        </g>
      ))}
    </svg>
  );
};
