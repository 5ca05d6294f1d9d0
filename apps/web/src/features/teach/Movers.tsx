import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import styles from './teach.module.css';

interface Props {
  /** Place from 0 in a list of so many. */
  at: number;
  total: number;
  names: { up: string; down: string; drop: string };
  onMove: (by: -1 | 1) => void;
  onDrop: () => void;
  /** The last one stays. */
  fewest?: number;
}

/** Takes an item of a list one place up or down, or out of it. */
export const Movers = ({ at, total, names, onMove, onDrop, fewest = 0 }: Props) => (
  <div className={styles.buttons}>
    <ActionIcon
      variant="default"
      size={44}
      disabled={at === 0}
      aria-label={names.up}
      onClick={() => {
        onMove(-1);
      }}
    >
      <IconArrowUp size={18} aria-hidden />
    </ActionIcon>
    <ActionIcon
      variant="default"
      size={44}
      disabled={at === total - 1}
      aria-label={names.down}
      onClick={() => {
        onMove(1);
      }}
    >
      <IconArrowDown size={18} aria-hidden />
    </ActionIcon>
    <ActionIcon variant="default" size={44} disabled={total <= fewest} aria-label={names.drop} onClick={onDrop}>
      <IconTrash size={18} aria-hidden />
    </ActionIcon>
  </div>
);
