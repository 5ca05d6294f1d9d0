import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../account.module.css';

/** What was typed, and as what. */
export interface Typed {
  kind: 'code' | 'recoveryCode';
  text: string;
}
/** Nothing typed yet: a code of the app, where there is one. */
export const nothingOf = (app: boolean): Typed => ({ kind: app ? 'code' : 'recoveryCode', text: '' });
export const proofOf = ({ kind, text }: Typed): { code: string } | { recoveryCode: string } =>
  kind === 'code' ? { code: text.trim() } : { recoveryCode: text.trim() };

interface Props {
  typed: Typed;
  /** The person has an authenticator app. */
  app: boolean;
  onChange: (typed: Typed) => void;
}

/** A code of the app, or one from the person's paper when the phone is gone. */
export const ProofField = ({ typed: { kind, text }, app, onChange }: Props) => {
  const { t } = useTranslation();
  const fromApp = kind === 'code';
  return (
    <div className={styles.proof}>
      <TextInput
        key={kind}
        label={t(`account.factor.${kind}.label`)}
        description={t(`account.factor.${kind}.text`)}
        inputMode={fromApp ? 'numeric' : 'text'}
        autoComplete={fromApp ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={fromApp ? 10 : 60}
        required
        value={text}
        onChange={(event) => {
          onChange({ kind, text: event.currentTarget.value });
        }}
      />
      {app && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onChange({ kind: fromApp ? 'recoveryCode' : 'code', text: '' });
            }}
          >
            {t(`account.factor.${kind}.other`)}
          </Button>
        </div>
      )}
    </div>
  );
};
