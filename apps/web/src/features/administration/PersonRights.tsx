import type { GrantView, PersonRightsView, RightArea } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { personRightsQuery } from './api.js';
import { GrantWords } from './GrantWords.js';
import styles from './administration.module.css';

export const areas = [
  'teach',
  'institution',
  'university',
  'administration',
  'learning',
  'account',
] as const satisfies readonly RightArea[];
type Right = PersonRightsView['rights'][number];

/** What a person can do, where, and which grant is why; by area. */
export const PersonRights = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  return (
    <Section title={t('administration.rights.what')} plain>
      <Loaded query={useQuery(personRightsQuery(personId))}>{(known) => <ByArea known={known} />}</Loaded>
    </Section>
  );
};

const ByArea = ({ known: { person, grants, rights } }: { known: PersonRightsView }) => {
  const { t } = useTranslation();
  const byGrant = areas
    .map((area) => ({ area, rights: rights.filter((each) => each.area === area && each.grants.length > 0) }))
    .filter((each) => each.rights.length > 0);
  return (
    <div className={styles.groups}>
      {!person.active && <p>{t('administration.rights.inactive')}</p>}
      {byGrant.length === 0 && <p>{t('administration.rights.nothingMore')}</p>}
      {byGrant.map((each) => (
        <div key={each.area}>
          <h3 className={styles.area}>{t(`administration.rights.area.${each.area}`)}</h3>
          <Rows label={t(`administration.rights.area.${each.area}`)}>
            {each.rights.map((right) => (
              <RightRow key={right.right} right={right} grants={grants} />
            ))}
          </Rows>
        </div>
      ))}
      <details className={styles.details}>
        <summary>{t('administration.rights.everybodys')}</summary>
        <ul className={styles.columns}>
          {rights
            .filter((each) => each.for !== 'roles')
            .map(({ right }) => (
              <li key={right}>{t(`administration.rights.name.${right}`)}</li>
            ))}
        </ul>
      </details>
    </div>
  );
};

const RightRow = ({ right, grants }: { right: Right; grants: GrantView[] }) => {
  const { t } = useTranslation();
  return (
    <Row
      title={t(`administration.rights.name.${right.right}`)}
      text={
        <ul className={styles.lines}>
          {grants
            .filter(({ id }) => right.grants.includes(id))
            .map((grant) => (
              <li key={grant.id}>
                <GrantWords grant={grant} role />
              </li>
            ))}
        </ul>
      }
    />
  );
};
