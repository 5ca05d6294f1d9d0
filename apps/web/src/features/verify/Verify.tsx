import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Compare } from './Compare.js';
import { Findings } from './Findings.js';
import { verificationQuery } from './api.js';

/** The public page of one certificate: what was signed, and four answers about it. No sign-in, and not for search engines. */
export const Verify = () => {
  const { t } = useTranslation();
  const { credentialId } = useParams({ from: '/v/$credentialId' });
  const query = useQuery(verificationQuery(credentialId));
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')} back={<TextLink to="/v">{t('verify.another')}</TextLink>} narrow>
      <meta name="robots" content="noindex, nofollow" />
      <Loaded query={query}>{(verification) => <Findings verification={verification} />}</Loaded>
      <Compare expected={query.data?.hash ?? null} />
    </Page>
  );
};
