import { ActionIcon, FileButton } from '@mantine/core';
import {
  IconBold,
  IconH2,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhotoVideo,
  IconQuote,
  IconTable,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edit, type Marked, around, lines, link, paragraph } from './markdown.js';
import styles from './authoring.module.css';

type Act = (marked: Marked) => Edit;

/** What Ctrl (or ⌘) with a letter does; `sample` stands where nothing is selected. */
export const shortcuts = (sample: string): Partial<Record<string, Act>> => ({
  b: around('**', sample),
  i: around('*', sample),
  k: link(sample),
});

interface Props {
  label: string;
  onEdit: (act: Act) => void;
  onPick: (file: File) => void;
}

/** The buttons over the text of a page. */
export const PageToolbar = ({ label, onEdit, onPick }: Props) => {
  const { t } = useTranslation();
  const sample = t('authoring.page.sample');
  const table = `| ${sample} | ${sample} |\n| --- | --- |\n|  |  |`;
  const tools: [string, ReactNode, Act][] = [
    [t('authoring.page.tool.heading'), <IconH2 key="heading" size={18} aria-hidden />, lines('## ')],
    [t('authoring.page.tool.bold'), <IconBold key="bold" size={18} aria-hidden />, around('**', sample)],
    [t('authoring.page.tool.italic'), <IconItalic key="italic" size={18} aria-hidden />, around('*', sample)],
    [t('authoring.page.tool.list'), <IconList key="list" size={18} aria-hidden />, lines('- ')],
    [t('authoring.page.tool.numbers'), <IconListNumbers key="numbers" size={18} aria-hidden />, lines('1. ', { number: true })],
    [t('authoring.page.tool.quote'), <IconQuote key="quote" size={18} aria-hidden />, lines('> ')],
    [t('authoring.page.tool.link'), <IconLink key="link" size={18} aria-hidden />, link(sample)],
    [t('authoring.page.tool.table'), <IconTable key="table" size={18} aria-hidden />, paragraph(table)],
  ];
  return (
    <div role="group" aria-label={label} className={styles.toolbar}>
      {tools.map(([name, icon, act]) => (
        <ActionIcon
          key={name}
          variant="default"
          size={36}
          aria-label={name}
          title={name}
          onClick={() => {
            onEdit(act);
          }}
        >
          {icon}
        </ActionIcon>
      ))}
      <FileButton
        accept="image/*,video/*"
        onChange={(file) => {
          if (file) onPick(file);
        }}
      >
        {(props) => (
          <ActionIcon
            {...props}
            variant="default"
            size={36}
            aria-label={t('authoring.page.tool.picture')}
            title={t('authoring.page.tool.picture')}
          >
            <IconPhotoVideo size={18} aria-hidden />
          </ActionIcon>
        )}
      </FileButton>
    </div>
  );
};
