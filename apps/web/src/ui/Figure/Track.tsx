import styles from './Figure.module.css';

interface Props {
  /** Shares of the whole, from 0 to 1, each within the one before; the last is what counts. */
  shares: readonly number[];
}

/** A bar of a chart, beside the words and numbers that say the same. */
export const Track = ({ shares }: Props) => (
  <span className={styles.track} aria-hidden>
    {shares.map((share, at) => (
      <span
        key={at}
        className={styles.share}
        data-last={at === shares.length - 1 || undefined}
        style={{ width: `${String(100 * share)}%` }}
      />
    ))}
  </span>
);
