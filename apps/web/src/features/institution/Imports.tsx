import type { ImportView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { useSending } from '../../lib/use-sending.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { importsPath, sendImport } from './api.js';
import { importColumns, importTemplate } from './import-columns.js';
import styles from './institution.module.css';

/** Imports of people: every file is rehearsed first; nothing changes before somebody has looked at the result. */
export const Imports = () => {
  const { t } = useTranslation();
  const list = useList<ImportView>(importsPath);
  return (
    <Page title={t('nav.imports')} lead={t('institution.imports.lead')}>
      <Sending />
      <Section title={t('institution.imports.past')} plain>
        <LoadedList
          list={list}
          empty={
            <Empty icon={<IconFileImport size={28} />} title={t('institution.imports.empty')}>
              {t('institution.imports.emptyText')}
            </Empty>
          }
        >
          {(items) => (
            <Rows label={t('institution.imports.past')}>
              {items.map((each) => (
                <ImportRow key={each.id} item={each} />
              ))}
            </Rows>
          )}
        </LoadedList>
      </Section>
    </Page>
  );
};

const Sending = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sending = useSending('people', sendImport, ({ id }) => {
    void client.invalidateQueries({ queryKey: [importsPath] }); // whoever comes back at once finds it in the list
    return navigate({ to: '/institution/imports/$importId', params: { importId: id } });
  });
  return (
    <Section title={t('institution.imports.send')}>
      <FileField
        label={t('institution.imports.file')}
        description={t('institution.imports.fileHint')}
        accept=".csv,.xlsx,text/csv"
        file={sending.file}
        disabled={sending.busy}
        onPick={sending.pick}
      />
      <details className={styles.details}>
        <summary>{t('institution.imports.columns')}</summary>
        <Facts facts={importColumns.map((column) => [column, t(`institution.imports.columnAbout.${column}`)] as const)} />
        <p>{t('institution.imports.columnsText')}</p>
      </details>
      <div>
        <Button
          component="a"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(importTemplate(language))}`}
          download={t('institution.imports.templateName')}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('institution.imports.template')}
        </Button>
      </div>
      <SendingState sending={sending} label={t('institution.imports.sending')} />
    </Section>
  );
};

export const importTones = {
  queued: 'plain',
  reading: 'calm',
  rehearsed: 'care',
  applying: 'calm',
  applied: 'good',
  reversing: 'calm',
  reversed: 'plain',
  failed: 'bad',
} as const satisfies Record<ImportView['state'], unknown>;

const ImportRow = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/institution/imports/$importId" params={{ importId: item.id }}>
          {item.fileName}
        </TextLink>
      }
      text={instantText(item.createdAt, language)}
      aside={
        <>
          <span>{t('institution.imports.rows', { count: item.rows, shown: count(item.rows, language) })}</span>
          <Tag tone={importTones[item.state]}>{t(`institution.imports.state.${item.state}`)}</Tag>
        </>
      }
    />
  );
};
