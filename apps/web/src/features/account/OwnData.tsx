import type { AttemptView, CredentialView, EnrollmentView, OwnData as Held, Page } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { now } from '../../lib/clock.js';
import { http } from '../../lib/http.js';
import { Download } from '../../ui/Download/Download.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Section } from '../../ui/Page/Page.js';
import styles from './account.module.css';

/** The parts that are lists, as a spreadsheet reads them; each house writes its own. */
const tables = [
  ['enrollments', '/api/enrollment/me/enrollments.csv'],
  ['attempts', '/api/assessment/me/attempts.csv'],
  ['credentials', '/api/accreditation/me/credentials.csv'],
] as const;

/** All pages of a list of one's own. */
const allOf = async <T,>(path: string, cursor: string | null = null): Promise<T[]> => {
  const { items, next } = await http.get<Page<T>>(path, { mine: true, limit: 200, cursor });
  return next === null ? items : [...items, ...(await allOf<T>(path, next))];
};

/** What each house tells the person about themselves, in one file. */
const collect = async (): Promise<void> => {
  const [register, enrollments, attempts, credentials] = await Promise.all([
    http.get<Held>('/identity/me/data'),
    allOf<EnrollmentView>('/enrollment/enrollments'),
    allOf<AttemptView>('/assessment/attempts'),
    allOf<CredentialView>('/accreditation/credentials'),
  ]);
  const made = new Date(now()).toISOString();
  const text = JSON.stringify({ made, register, enrollments, attempts, credentials }, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `aula-${made.slice(0, 10)}.json` });
  link.click();
  URL.revokeObjectURL(address);
};

/** What the academy holds about a person, in words, and all of it as a file. */
export const OwnData = () => {
  const { t } = useTranslation();
  const fetch = useMutation({ mutationFn: collect });
  return (
    <Section title={t('account.profile.data')}>
      <p>{t('account.profile.dataText')}</p>
      <ul>
        {(['register', 'learning', 'certificates', 'access'] as const).map((each) => (
          <li key={each}>{t(`account.profile.held.${each}`)}</li>
        ))}
      </ul>
      <p>{t('account.profile.correct')}</p>
      {fetch.isError && <Failure reason={fetch.error} />}
      <div className={styles.actions}>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={fetch.isPending}
          onClick={() => {
            fetch.mutate();
          }}
        >
          {t('account.profile.download')}
        </Button>
        {tables.map(([name, href]) => (
          <Download key={name} href={href} variant="subtle" leftSection={<IconTable size={18} aria-hidden />}>
            {t(`account.profile.table.${name}`)}
          </Download>
        ))}
      </div>
    </Section>
  );
};
