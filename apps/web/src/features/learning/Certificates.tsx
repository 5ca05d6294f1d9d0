import type { CredentialView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { IconAward, IconDownload, IconFileCode, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steady } from '../../lib/clock.js';
import { withQuery } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { dayText } from '../../lib/time.js';
import { CopyButton } from '../../ui/CopyButton/CopyButton.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { credentialAddress, credentialsPath } from './api.js';
import styles from './learning.module.css';
import { ShareCertificate } from './ShareCertificate.js';

const lookingMs = 180_000;
/** A certificate is issued within seconds of a completion, of which nothing may be known yet when the page comes: it looks again for a while, and as long as one is on its way. */
const whileIssuing =
  (since: number) =>
  (items: readonly CredentialView[]): number | false =>
    items.some(({ state }) => state === 'pending') || steady() - since < lookingMs ? 3_000 : false;

/** A learner's certificates: to keep, to print, to show. */
export const Certificates = () => {
  const { t } = useTranslation();
  const [since] = useState(steady);
  const list = useList<CredentialView>(credentialsPath, { mine: true }, whileIssuing(since));
  return (
    <Page title={t('nav.certificates')} lead={t('learning.certificates.lead')}>
      <LoadedList
        list={list}
        empty={
          <Empty
            icon={<IconAward size={28} />}
            title={t('learning.certificates.empty')}
            action={<ButtonLink to="/learning">{t('nav.courses')}</ButtonLink>}
          >
            {t('learning.certificates.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <ul className={styles.certificates}>
            {items.map((credential) => (
              <Certificate key={credential.id} credential={credential} />
            ))}
          </ul>
        )}
      </LoadedList>
    </Page>
  );
};

const tones = { pending: 'calm', issued: 'good', revoked: 'bad' } as const;

const Certificate = ({ credential }: { credential: CredentialView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = textIn(credential.title, language);
  return (
    <li className={styles.certificate} aria-label={title}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{title}</h2>
        <Tag tone={tones[credential.state]}>{t(`learning.certificates.state.${credential.state}`)}</Tag>
      </div>
      <p className={styles.quiet}>
        {t('learning.hours', { hours: count(credential.hours, language) })}
        {credential.issuedAt && ` · ${t('learning.certificates.issued', { day: dayText(credential.issuedAt, language) })}`}
      </p>
      {credential.state === 'revoked' && (
        <Notice tone="bad">{t('learning.certificates.revokedFor', { reason: credential.revocationReason ?? '' })}</Notice>
      )}
      {credential.state === 'pending' && <p>{t('learning.certificate.pending')}</p>}
      {credential.state === 'issued' && <Copies credential={credential} title={title} />}
    </li>
  );
};

const Copies = ({ credential, title }: { credential: CredentialView; title: string }) => {
  const { t } = useTranslation();
  const own = useLanguage();
  const [language, setLanguage] = useState(own);
  const { verifyUrl } = credential;
  return (
    <div className={styles.copies}>
      <div className={styles.print}>
        <NativeSelect
          label={t('learning.certificates.language')}
          value={language}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          onChange={(event) => {
            setLanguage(languages.find((each) => each === event.currentTarget.value) ?? own);
          }}
        />
        <Download
          href={withQuery(`${credentialAddress(credential.id)}/certificate.pdf`, { language })}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('learning.certificates.pdf')}
        </Download>
      </div>
      <div className={styles.print}>
        <Download
          variant="default"
          href={credentialAddress(credential.id)}
          name={`${credential.id}.json`}
          leftSection={<IconFileCode size={18} aria-hidden />}
        >
          {t('learning.certificates.json')}
        </Download>
        <CopyButton text={verifyUrl}>{t('learning.certificates.copyLink')}</CopyButton>
        {'share' in navigator && (
          <Button
            variant="default"
            leftSection={<IconShare2 size={18} aria-hidden />}
            onClick={() => {
              void navigator.share({ title, url: verifyUrl }).catch(() => undefined); // closing the sheet is no failure
            }}
          >
            {t('learning.certificates.share')}
          </Button>
        )}
        <ShareCertificate
          credential={credential}
          title={title}
          pdf={withQuery(`${credentialAddress(credential.id)}/certificate.pdf`, { language })}
        />
        <ButtonLink variant="subtle" to="/v/$credentialId" params={{ credentialId: credential.id }}>
          {t('learning.certificates.verify')}
        </ButtonLink>
      </div>
    </div>
  );
};
