import type { Condition, HealthReport } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { bytes, count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { healthQuery } from './api.js';
import { useNames } from './names.js';
import styles from './administration.module.css';

const icons = { good: IconCircleCheck, care: IconAlertTriangle, bad: IconCircleX } as const;

/** How storage, queue, database, mail and clocks are; read again by itself. */
export const Health = () => <LoadedPage query={useQuery(healthQuery)}>{(report) => <HealthPage report={report} />}</LoadedPage>;

const HealthPage = ({ report }: { report: HealthReport }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page title={t('nav.health')} lead={t('administration.health.lead', { when: instantText(report.at, language) })}>
      <div className={styles.cards}>
        <Queue queue={report.queue} />
        <Storage storage={report.storage} />
        <Database database={report.database} />
        <Mail mail={report.mail} />
        <Clocks clock={report.clock} />
      </div>
    </Page>
  );
};

const Part = ({
  name,
  condition,
  children,
}: {
  name: 'queue' | 'storage' | 'database' | 'mail' | 'clock';
  condition: Condition;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const Icon = icons[condition];
  return (
    <Section
      title={t(`administration.health.part.${name}`)}
      actions={
        <Tag tone={condition} icon={<Icon size={16} aria-hidden />}>
          {t(`administration.health.condition.${condition}`)}
        </Tag>
      }
    >
      <p>{t(`administration.health.about.${name}.${condition}`)}</p>
      {children}
    </Section>
  );
};

/** Seconds, milliseconds and numbers as the language says them. */
const useFigures = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number): string => count(value, language);
  return {
    number,
    size: (value: number | null): string | null => (value === null ? null : bytes(value, language)),
    seconds: (value: number | null): string | null =>
      value === null ? null : t('administration.health.seconds', { value: number(Math.round(value)) }),
    milliseconds: (value: number | null): string | null =>
      value === null ? null : t('administration.health.milliseconds', { value: number(Math.round(value)) }),
  };
};

const Queue = ({ queue }: { queue: HealthReport['queue'] }) => {
  const { t } = useTranslation();
  const { number, seconds } = useFigures();
  return (
    <Part name="queue" condition={queue.condition}>
      <Facts
        short
        facts={[
          [t('administration.health.backend'), queue.backend === 'redis' ? 'Redis' : 'PostgreSQL'],
          [t('administration.health.workers'), number(queue.workers.filter(({ seenSeconds }) => seenSeconds < 45).length)],
          [t('administration.health.waiting'), number(queue.waiting)],
          [t('administration.health.oldest'), seconds(queue.oldestSeconds)],
          [t('administration.health.running'), number(queue.running)],
          [t('administration.health.dead'), number(queue.dead + queue.deadDeliveries)],
        ]}
      />
    </Part>
  );
};

const Storage = ({ storage }: { storage: HealthReport['storage'] }) => {
  const { t } = useTranslation();
  const names = useNames();
  const { number, size } = useFigures();
  return (
    <Part name="storage" condition={storage.condition}>
      <Facts
        short
        facts={[
          [t('administration.health.kind'), t(`administration.health.storage.${storage.kind}`)],
          [t('administration.health.free'), size(storage.freeBytes)],
          [t('administration.health.total'), size(storage.totalBytes)],
          ...(storage.houses ?? []).map(
            (each) =>
              [
                t('administration.health.filesOf', { house: names.house(each.house) }),
                `${number(each.files)} · ${size(each.bytes) ?? ''}`,
              ] as const,
          ),
          [t('administration.health.unfinished'), storage.unfinished === null ? null : number(storage.unfinished)],
        ]}
      />
    </Part>
  );
};

const Database = ({ database }: { database: HealthReport['database'] }) => {
  const { t } = useTranslation();
  const names = useNames();
  const { number, size, seconds } = useFigures();
  return (
    <Part name="database" condition={database.condition}>
      <Facts
        short
        facts={[
          [t('administration.health.size'), size(database.bytes)],
          [
            t('administration.health.connections'),
            t('administration.health.of', { value: number(database.connections), most: number(database.mostConnections) }),
          ],
          ...database.slowJobs.map((each) => [names.job(each.kind), seconds(each.runningSeconds)] as const),
        ]}
      />
    </Part>
  );
};

const Mail = ({ mail }: { mail: HealthReport['mail'] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, seconds } = useFigures();
  return (
    <Part name="mail" condition={mail.condition}>
      <Facts
        short
        facts={[
          [t('administration.health.server'), t(mail.server ? 'administration.health.hasServer' : 'administration.health.noServer')],
          [t('administration.health.lastSent'), mail.lastSentAt && instantText(mail.lastSentAt, language)],
          [t('administration.health.waiting'), number(mail.queued)],
          [t('administration.health.oldest'), seconds(mail.oldestSeconds)],
          [t('administration.health.failedToday'), number(mail.failedToday)],
        ]}
      />
    </Part>
  );
};

const Clocks = ({ clock }: { clock: HealthReport['clock'] }) => {
  const { t } = useTranslation();
  const { milliseconds } = useFigures();
  return (
    <Part name="clock" condition={clock.condition}>
      <Facts
        short
        facts={[
          [t('administration.health.ofServer'), milliseconds(clock.differenceMs)],
          [t('administration.health.ofWorkers'), milliseconds(clock.workersMs)],
        ]}
      />
    </Part>
  );
};
