import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface Props {
  facts: readonly (readonly [name: string, value: ReactNode])[];
  /** Values are a few figures each: two columns on a phone. */
  short?: boolean;
}

/** Names and values; entries without a value are left out. */
export const Facts = ({ facts, short = false }: Props) => (
  <dl className={styles.facts} data-short={short || undefined}>
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
