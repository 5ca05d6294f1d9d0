import type { FactorProof } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../account.module.css';

/** What was typed, and as what. */
export interface Typed {
  kind: 'code' | 'recoveryCode';
  text: string;
}
export const nothing: Typed = { kind: 'code', text: '' };
export const proofOf = ({ kind, text }: Typed): FactorProof => (kind === 'code' ? { code: text.trim() } : { recoveryCode: text.trim() });

interface Props {
  typed: Typed;
  onChange: (typed: Typed) => void;
}

/** A code of the app, or one from the person's paper when the phone is gone. */
export const ProofField = ({ typed: { kind, text }, onChange }: Props) => {
  const { t } = useTranslation();
  const app = kind === 'code';
  return (
    <div className={styles.proof}>
      <TextInput
        key={kind}
        label={t(`account.factor.${kind}.label`)}
        description={t(`account.factor.${kind}.text`)}
        inputMode={app ? 'numeric' : 'text'}
        autoComplete={app ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={app ? 10 : 60}
        required
        value={text}
        onChange={(event) => {
          onChange({ kind, text: event.currentTarget.value });
        }}
      />
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            onChange({ kind: app ? 'recoveryCode' : 'code', text: '' });
          }}
        >
          {t(`account.factor.${kind}.other`)}
        </Button>
      </div>
    </div>
  );
};
