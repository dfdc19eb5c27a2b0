/** Is a mail from whom it says? What only the owner or a customer may do asks this. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import type { Delivery, IncomingMail, MailAddress } from './incoming-mail.ts';

/**
 * `authentic`: the receiving server proved that it comes from the domain of its only address. `contradicted`: it proved
 * the contrary. `unproven`: neither, as with many a small provider that signs nothing.
 */
export type Provenance = 'authentic' | 'unproven' | 'contradicted';

type Sender = Pick<IncomingMail, 'from' | 'fromUnclear'>;

/**
 * The proof must be about exactly the address that From names: DMARC of its domain, or a signature of it. SPF is about the
 * envelope and says nothing about From. DMARC failing means that the domain itself disowns the mail; where it asks for no
 * DMARC, neither a good envelope nor a good signature speaks for the mail.
 */
export function readProvenance(mail: Sender, { verdicts }: Pick<Delivery, 'verdicts'>): Provenance {
  const { spf, dkim, dmarc, dmarcDomain, dkimDomains = [] } = verdicts;
  if (dmarc === 'fail' || (dmarc !== 'pass' && spf === 'fail' && dkim === 'fail')) return 'contradicted';
  const sender = onlySender(mail);
  if (sender === undefined) return 'unproven';
  const domain = asciiDomain(emailDomain(sender.address));
  const ofDmarc = dmarc === 'pass' && (dmarcDomain === undefined || asciiDomain(dmarcDomain) === domain);
  const signed = dkim === 'pass' && dkimDomains.some((by) => isAligned(asciiDomain(by), domain));
  return ofDmarc || signed ? 'authentic' : 'unproven';
}

/** Who wrote, if From can be read in one way only. Nobody else has a right. */
export function onlySender({ from, fromUnclear }: Sender): MailAddress | undefined {
  const [sender, ...others] = from;
  return fromUnclear || others.length > 0 ? undefined : sender;
}

/** From names one address, and that is the owner's. It proves nothing yet. */
export function isFromOwner(mail: Sender, { owner }: Company): boolean {
  const sender = onlySender(mail);
  return sender !== undefined && owner.email.some((address) => address.toLowerCase() === sender.address);
}

/**
 * Does a signature of `by` prove a sender of `domain`? By the domain itself or one above it, which rules it: who holds
 * `firma.example` also decides about `post.firma.example`. Not the other way round, as RFC 7489 would have it with a list of
 * all public suffixes: a customer of a provider may hold a domain below the one that the owner's address is of.
 */
function isAligned(by: string, domain: string): boolean {
  return by === domain || (domain.endsWith(`.${by}`) && !isPublicSuffix(by));
}

/** `de`, `co.at`, `or.at`, `com.tr`: below them everybody may have a name. */
const isPublicSuffix = (domain: string): boolean =>
  /^(?:(?:ac|asso|co|com|edu|gob|gov|gouv|gv|ltd|me|mil|net|nom|or|org|plc|priv|sch|tm)\.)?[^.]+$/.test(
    domain,
  );

/** As certificates and signatures name it: umlauts encoded. */
function asciiDomain(domain: string): string {
  const url = `http://${domain}`;
  return /[^\p{ASCII}]/u.test(domain) && URL.canParse(url) ? new URL(url).hostname : domain.toLowerCase();
}
