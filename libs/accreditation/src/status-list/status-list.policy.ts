const anyone = (): boolean => true;

/** Status lists are public and the same for everybody: who fetches one does not say whose credential is looked at. */
export const statusListPolicy = { 'status-list.read': anyone };
