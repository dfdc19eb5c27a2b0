import type { LinkClaims, SignedLinks } from '../../domain/ports/signed-links.ts';

/** The signed text alone, without the address at which links of mails are read. */
export function tokenOf(links: SignedLinks, claims: LinkClaims): string {
  const url = links.sign(claims);
  return url.slice(url.lastIndexOf('/') + 1);
}
