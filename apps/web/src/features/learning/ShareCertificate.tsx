import type { CredentialView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconBriefcase, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The page of LinkedIn that takes a certificate into a profile, filled in. */
const profileAddress = ({ id, issuedAt, verifyUrl }: CredentialView, title: string): string => {
  const issued = issuedAt === null ? undefined : new Date(issuedAt);
  return `https://www.linkedin.com/profile/add?${new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    ...(issued ? { issueYear: String(issued.getUTCFullYear()), issueMonth: String(issued.getUTCMonth() + 1) } : {}),
    certUrl: verifyUrl,
    certId: id,
  }).toString()}`;
};

/** Further ways to use a certificate: in a professional profile, and on paper. `pdf`: the address of its document. */
export const ShareCertificate = ({ credential, title, pdf }: { credential: CredentialView; title: string; pdf: string }) => {
  const { t } = useTranslation();
  return (
    <>
      <Button component="a" variant="default" href={pdf} target="_blank" rel="noopener" leftSection={<IconPrinter size={18} aria-hidden />}>
        {t('learning.way.print')}
      </Button>
      <Button
        component="a"
        variant="default"
        href={profileAddress(credential, title)}
        target="_blank"
        rel="noopener noreferrer"
        leftSection={<IconBriefcase size={18} aria-hidden />}
      >
        {t('learning.way.profile')}
      </Button>
    </>
  );
};
