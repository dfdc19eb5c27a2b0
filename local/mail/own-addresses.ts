/** Which addresses are the business's own: any at its domains, as an MX of theirs would take them. */
import { domainToASCII } from 'node:url';
import type { Company } from '../../domain/business/company.ts';
import { emailDomain } from '../../domain/business/mail-address.ts';

export interface OwnAddresses {
  readonly domains: readonly string[];
  includes(address: string): boolean;
}

export function ownAddresses({ mail }: Pick<Company, 'mail'>): OwnAddresses {
  const named = [mail.receive, mail.from, mail.replyTo].flatMap((address) => address ?? []);
  const domains = [...new Set(named.map(comparableDomain))];
  return { domains, includes: (address) => domains.includes(comparableDomain(address)) };
}

/** Lower case; umlauts in their encoded form, as the same domain may be written either way. */
function comparableDomain(address: string): string {
  const domain = emailDomain(address);
  return domainToASCII(domain) || domain.toLowerCase();
}
