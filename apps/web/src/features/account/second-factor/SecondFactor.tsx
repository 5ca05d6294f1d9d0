import type { SecondFactorView } from '@aula/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, useMe } from '../../../lib/signed-in.js';
import { Loaded } from '../../../ui/Loaded/Loaded.js';
import { Section } from '../../../ui/Page/Page.js';
import { factorQuery } from '../api.js';
import { FreshCodes } from './FreshCodes.js';
import { HeldFactors } from './HeldFactors.js';
import { NewFactor } from './NewFactor.js';
import { WithProof, type Asked } from './WithProof.js';

/** What proves, beside the password, that it is the person. Codes that have just been made stay in sight until the page is left. */
export const SecondFactor = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked>();
  const held = useQuery(factorQuery);
  const missing = useMe()?.secondFactor === 'missing';
  const changed = async (fresh: readonly string[]): Promise<void> => {
    setCodes(fresh);
    setAsked(undefined);
    await client.invalidateQueries({ queryKey: factorQuery.queryKey });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Section title={t('account.factor.title')}>
      <p>{t(missing ? 'account.factor.missing' : 'account.factor.text')}</p>
      {codes.length > 0 && <FreshCodes codes={codes} />}
      <Loaded query={held}>
        {(view) => (
          <>
            {hasFactor(view) && <HeldFactors held={view} onAsk={setAsked} />}
            <NewFactor
              key={`${String(view.totpSince)} ${String(view.passkeys.length)}`}
              withApp={view.totpSince === null}
              onDone={changed}
            />
          </>
        )}
      </Loaded>
      {asked && (
        <WithProof
          asked={asked}
          app={held.data?.totpSince !== null}
          onDone={changed}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </Section>
  );
};

const hasFactor = ({ totpSince, passkeys }: SecondFactorView): boolean => totpSince !== null || passkeys.length > 0;
