import type { AccessTokenCreate, AccessTokenView, PasswordChange, PasswordReset } from '@aula/contracts';
import { http } from '../../lib/http.js';

export const tokensPath = '/identity/access-tokens';

export const changePassword = (change: PasswordChange) => http.put<undefined>('/identity/me/password', change);
export const askForReset = (email: string) => http.post<undefined>('/identity/password-resets', { body: { email } });
export const redeemReset = (reset: PasswordReset) => http.post<undefined>('/identity/password-resets/redemption', { body: reset });
export const createToken = (token: AccessTokenCreate, key: string) => http.post<AccessTokenView>(tokensPath, { body: token, key });
export const deleteToken = (id: string) => http.delete(`${tokensPath}/${id}`);
