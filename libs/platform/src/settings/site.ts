import { getDomain } from 'tldts';

/**
 * What is wrong with a content domain beside this academy; undefined: nothing. Packages run scripts of strangers. On a site that they
 * share with the academy they can plant cookies for it, and requests of theirs pass as its own; a site is a registrable domain (RFC 6265bis,
 * 5.2; the Public Suffix List, with its private part, as browsers read it). A machine of one's own has no other domain to give.
 */
export const siteProblem = (publicUrl: string, contentDomain: string): string | undefined => {
  const { protocol, hostname: academy } = new URL(publicUrl);
  if (protocol !== 'https:' || isLocal(academy)) return undefined;
  if (!isWithin(academy, contentDomain) && !isWithin(contentDomain, academy) && siteOf(academy) !== siteOf(contentDomain)) return undefined;
  return (
    `AULA_CONTENT_DOMAIN=${contentDomain} is on the same site as AULA_PUBLIC_URL=${publicUrl}, where packages could plant cookies for the ` +
    `academy. Give it a domain of its own, registered apart, as academy-content.example is beside academy.example`
  );
};

const isLocal = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');
const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** A public suffix itself is the site of nobody, so it is told apart from every other. */
const siteOf = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host;
