import type { Me } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { meQuery } from '../../lib/signed-in.js';
import { instantText, ownZone, zones } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Failure } from '../../ui/Failure/Failure.js';

/** The zone in which the person's dates are shown and their letters timed; that of the browser until they choose. */
export const TimeZone = ({ me }: { me: Me }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (timeZone: string) => http.patch<Me>('/identity/me', { timeZone }),
    onSuccess: async (next) => {
      client.setQueryData(meQuery.queryKey, next);
      await client.invalidateQueries({ queryKey: ['/identity/me/notification-settings'] });
    },
  });
  const zone = (change.isPending ? change.variables : me.timeZone) ?? ownZone();
  return (
    <>
      <NativeSelect
        label={t('account.profile.zone')}
        description={t('account.profile.zoneText', { instant: instantText(now, language, zone) })}
        value={zone}
        data={[...new Set([zone, ownZone(), ...zones()])].map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        onChange={(event) => {
          change.mutate(event.currentTarget.value);
        }}
      />
      {change.isError && <Failure reason={change.error} />}
    </>
  );
};
