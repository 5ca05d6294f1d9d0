/** The number of a certificate in what somebody pasted: an address of its page or the number itself; undefined when neither. */
export const credentialIdIn = (typed: string): string | undefined =>
  /(?:^|\/v\/|:)([0-9a-hjkmnp-tv-z]{26})(?:[/?#]|$)/.exec(typed.trim().toLowerCase())?.[1];
