import type { EnrollmentView } from '@aula/contracts';
import { IconBook2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { useMe } from '../../lib/signed-in.js';
import { useNow } from '../../lib/use-now.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { CourseCard } from './CourseCard.js';
import styles from './learning.module.css';
import { byUrgency, standingOf } from './standing.js';

/** A learner's courses: what to do now first, what is finished last. */
export const MyCourses = () => {
  const { t } = useTranslation();
  const me = useMe();
  const list = useList<EnrollmentView>('/enrollment/enrollments', { mine: true });
  return (
    <Page title={t('learning.hello', { name: me?.person.givenName ?? '' })} lead={t('learning.lead')}>
      <LoadedList
        list={list}
        empty={
          <Empty
            icon={<IconBook2 size={28} />}
            title={t('learning.empty.title')}
            action={<ButtonLink to="/catalogue">{t('learning.empty.action')}</ButtonLink>}
          >
            {t('learning.empty.text')}
          </Empty>
        }
      >
        {(items) => <Courses items={items} />}
      </LoadedList>
    </Page>
  );
};

const Courses = ({ items }: { items: EnrollmentView[] }) => {
  const { t } = useTranslation();
  const now = useNow();
  const sorted = [...items].sort(byUrgency(now));
  const closed = (each: EnrollmentView) => each.state === 'completed' || ['over', 'withdrawn'].includes(standingOf(each, now));
  const current = sorted.filter((each) => !closed(each));
  const past = sorted.filter(closed);
  return (
    <>
      {current.length > 0 && (
        <Section title={t('learning.current')} plain>
          <ul className={styles.cards}>
            {current.map((each) => (
              <CourseCard key={each.id} enrollment={each} />
            ))}
          </ul>
        </Section>
      )}
      {past.length > 0 && (
        <details open={current.length === 0}>
          <summary className={styles.fold}>
            <h2>{t('learning.way.past', { count: past.length })}</h2>
          </summary>
          <ul className={styles.cards}>
            {past.map((each) => (
              <CourseCard key={each.id} enrollment={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
