const anyone = (): boolean => true;

/** The DID document is public: verifiers resolve it. */
export const signingKeyPolicy = { 'signing-key.read': anyone };
