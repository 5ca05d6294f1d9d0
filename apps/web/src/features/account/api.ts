import type {
  AccessTokenCreate,
  AccessTokenView,
  PasskeyOffer,
  PasskeyRegistration,
  PasswordAndFactor,
  PasswordChange,
  PasswordReset,
  RecoveryCodeList,
  SecondFactorView,
  TotpEnrolment,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const tokensPath = '/identity/access-tokens';
export const sessionsPath = '/identity/sessions';

export const changePassword = (change: PasswordChange) => http.put<undefined>('/identity/me/password', change);
export const askForReset = (email: string) => http.post<undefined>('/identity/password-resets', { body: { email } });
export const redeemReset = (reset: PasswordReset) => http.post<undefined>('/identity/password-resets/redemption', { body: reset });
export const createToken = (token: AccessTokenCreate, key: string) => http.post<AccessTokenView>(tokensPath, { body: token, key });
export const deleteToken = (id: string) => http.delete(`${tokensPath}/${id}`);
export const endSession = (id: string) => http.delete(`${sessionsPath}/${id}`);
export const endOtherSessions = () => http.delete(`${sessionsPath}/others`);

const factorPath = '/identity/me/second-factor';
export const factorQuery = queryOptions({
  queryKey: [factorPath],
  queryFn: ({ signal }) => http.get<SecondFactorView>(factorPath, {}, signal),
});
export const beginTotp = (password: string) => http.post<TotpEnrolment>(`${factorPath}/totp`, { body: { password } });
export const confirmTotp = (code: string) => http.post<RecoveryCodeList>(`${factorPath}/totp/confirmation`, { body: { code } });
export const removeTotp = (proof: PasswordAndFactor) => http.post<undefined>(`${factorPath}/totp/removal`, { body: proof });
export const beginPasskey = (password: string) => http.post<PasskeyOffer>(`${factorPath}/passkey-challenges`, { body: { password } });
export const addPasskey = (made: PasskeyRegistration) => http.post<RecoveryCodeList>(`${factorPath}/passkeys`, { body: made });
export const removePasskey = (id: string, proof: PasswordAndFactor) =>
  http.post<undefined>(`${factorPath}/passkeys/${id}/removal`, { body: proof });
export const renewCodes = (proof: PasswordAndFactor) => http.post<RecoveryCodeList>(`${factorPath}/recovery-codes`, { body: proof });
