import { Button, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconChartBar, IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../Notice/Notice.js';
import styles from './Figure.module.css';
import { FigureTable, type TableOf } from './FigureTable.js';
import { csvText } from './csv.js';
import { savePicture, saveText } from './save.js';

interface Props {
  title: string;
  /** A sentence on how to read it. */
  note?: ReactNode;
  /** What its files are called, without ending. */
  name: string;
  /** The same as numbers: what the table shows and the file holds. */
  table: TableOf;
  children: ReactNode;
}

/** A chart with what belongs to one: a title, the same as a table, and both to take along, as a picture and as CSV. */
export const Figure = ({ title, note, name, table, children }: Props) => {
  const { t } = useTranslation();
  const heading = useId();
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const save = useMutation({ mutationFn: (element: HTMLElement) => savePicture(element, `${name}.png`), networkMode: 'always' });
  const tool = { size: 'compact-sm', variant: 'subtle' } as const;
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 className={styles.title} id={heading}>
          {title}
        </h2>
        <div className={styles.tools}>
          <Button
            {...tool}
            leftSection={asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {asTable ? t('figure.chart') : t('figure.table')}
            <Of title={title} />
          </Button>
          {!asTable && (
            <Button
              {...tool}
              leftSection={<IconPhoto size={16} aria-hidden />}
              loading={save.isPending}
              onClick={() => {
                if (picture.current) save.mutate(picture.current);
              }}
            >
              PNG
              <Of title={title} />
            </Button>
          )}
          <Button
            {...tool}
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => {
              saveText(csvText([table.head, ...table.rows.map(({ cells }) => cells)]), `${name}.csv`);
            }}
          >
            CSV
            <Of title={title} />
          </Button>
        </div>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {save.isError && (
        <Notice tone="bad" role="alert">
          {t('figure.failed')}
        </Notice>
      )}
      {asTable ? (
        <FigureTable label={title} table={table} />
      ) : (
        <div ref={picture} className={styles.picture}>
          {children}
        </div>
      )}
    </figure>
  );
};

/** Says to who cannot see it which chart a button belongs to. */
const Of = ({ title }: { title: string }) => <VisuallyHidden>{` · ${title}`}</VisuallyHidden>;
