const anyone = (): boolean => true;

/** Whoever is shown a certificate may verify it. */
export const verificationPolicy = { 'credential.verify': anyone };
