import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/CopyButton/CopyButton.js';
import { Notice } from '../../../ui/Notice/Notice.js';
import styles from '../account.module.css';

/** Recovery codes, the one time they are shown. */
export const FreshCodes = ({ codes }: { codes: readonly string[] }) => {
  const { t } = useTranslation();
  return (
    <Notice tone="care" role="status" title={t('account.factor.codes.once')}>
      <p>{t('account.factor.codes.text')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')}>{t('account.factor.codes.copy')}</CopyButton>
    </Notice>
  );
};
