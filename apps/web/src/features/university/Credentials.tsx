import type { CredentialView } from '@aula/contracts';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { dayText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { RevokeButton } from './RevokeButton.js';

const credentialsPath = '/accreditation/credentials';
const tones = { pending: 'calm', issued: 'good', revoked: 'bad' } as const;

/** What was issued, for a registrar: to find, to look at, to revoke. */
export const Credentials = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const list = useList<CredentialView>(credentialsPath, { q });
  return (
    <Page title={t('nav.credentials')} lead={t('university.lead')}>
      <SearchField label={t('university.search')} onSearch={setQ} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconCertificate size={28} />} title={t(q ? 'university.nothing' : 'university.empty')}>
            {t(q ? 'university.nothingText' : 'university.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.credentials')}>
            {items.map((each) => (
              <CredentialRow key={each.id} credential={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const CredentialRow = ({ credential }: { credential: CredentialView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/v/$credentialId" params={{ credentialId: credential.id }}>
          {textIn(credential.title, language)}
        </TextLink>
      }
      text={
        <>
          {[credential.holderName, credential.issuedAt && t('university.issued', { day: dayText(credential.issuedAt, language) })]
            .filter(Boolean)
            .join(' · ')}
          {credential.revocationReason && <p>{t('university.reason', { reason: credential.revocationReason })}</p>}
          <p>
            <code>{credential.id}</code>
          </p>
        </>
      }
      aside={<Tag tone={tones[credential.state]}>{t(`university.state.${credential.state}`)}</Tag>}
      actions={allows(credential, 'credential.revoke') && <RevokeButton credential={credential} />}
    />
  );
};
