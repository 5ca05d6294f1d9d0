import type { QuestionReport } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { questionReportQuery, questionTableAddress, reportedPackagesQuery } from './api.js';
import { QuestionRow } from './QuestionRow.js';
import styles from './support.module.css';

/** How the people of an edition answered the questions of its packages. */
export const Questions = () => {
  const { t } = useTranslation();
  const { editionId } = useParams({ from: '/in/teach/editions/$editionId/questions' });
  const [chosen, setChosen] = useState<string>();
  return (
    <LoadedPage query={useQuery(reportedPackagesQuery(editionId))}>
      {({ items }) => {
        const packageId = chosen ?? items[0]?.packageId;
        return (
          <Page
            title={t('support.questions.title')}
            lead={t('support.questions.lead')}
            back={
              <TextLink to="/teach/attempts" search={{ edition: editionId }}>
                {t('support.attempts.title')}
              </TextLink>
            }
          >
            {items.length > 1 && (
              <NativeSelect
                className={styles.topic ?? ''}
                label={t('support.questions.package')}
                value={packageId}
                data={items.map((each) => ({ value: each.packageId, label: each.title }))}
                onChange={(event) => {
                  setChosen(event.currentTarget.value);
                }}
              />
            )}
            {packageId === undefined ? (
              <Empty title={t('support.questions.empty')}>{t('support.questions.emptyText')}</Empty>
            ) : (
              <OfPackage key={packageId} editionId={editionId} packageId={packageId} />
            )}
          </Page>
        );
      }}
    </LoadedPage>
  );
};

const OfPackage = ({ editionId, packageId }: { editionId: string; packageId: string }) => (
  <Loaded query={useQuery(questionReportQuery(editionId, packageId))}>{(report) => <Report report={report} />}</Loaded>
);

const Report = ({ report }: { report: QuestionReport }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { tooFast, noAnswers, identical } = report.plausibility;
  return (
    <Section
      title={report.title}
      plain
      actions={
        <Button
          component="a"
          href={questionTableAddress(report.editionId, report.packageId)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('support.questions.csv')}
        </Button>
      }
    >
      <p className={styles.small}>
        {t(report.behind ? 'support.questions.behind' : 'support.questions.at', { instant: instantText(report.at, language) })}
      </p>
      {tooFast + noAnswers + identical > 0 && (
        <Notice tone="care" title={t('support.hint.title')}>
          <p>
            {t('support.questions.implausible', {
              fast: count(tooFast, language),
              silent: count(noAnswers, language),
              equal: count(identical, language),
            })}
          </p>
        </Notice>
      )}
      <Rows label={t('support.questions.title')}>
        {report.questions.map((each) => (
          <QuestionRow key={`${each.item} ${each.id}`} question={each} />
        ))}
      </Rows>
    </Section>
  );
};
