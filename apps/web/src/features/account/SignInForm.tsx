import type { Me, SecondFactorChallenge } from '@aula/contracts';
import { useState } from 'react';
import { PasswordStep } from './PasswordStep.js';
import { SecondStep } from './second-factor/SecondStep.js';

/** E-mail and password, then the second factor of who has one. */
export const SignInForm = ({ onDone }: { onDone: (me: Me) => unknown }) => {
  const [email, setEmail] = useState('');
  const [challenge, setChallenge] = useState<SecondFactorChallenge>();
  if (!challenge) return <PasswordStep email={email} onEmail={setEmail} onDone={onDone} onChallenge={setChallenge} />;
  return (
    <SecondStep
      challenge={challenge}
      onDone={onDone}
      onBack={() => {
        setChallenge(undefined);
      }}
    />
  );
};
